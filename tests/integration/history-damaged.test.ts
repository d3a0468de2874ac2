import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BuildDetail } from '#contract/build';
import { isFailure } from '#contract/failure';
import { openHistory, summaryOf } from '#core/history';
import { localSystem } from '#core/system';
import { imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';

const pageBytes = 4096;
let root: string;
let originals: Map<string, BuildDetail>;
const projects = ['/home/me/shop', '/home/me/other', '/home/me/third'];

const systemAt = (home: string) => ({
  ...localSystem(),
  env: { BURROW_HOME: home },
  now: () => new Date('2026-11-07T12:00:00Z'),
});

/** A history of 80 builds of programs and images in three projects, two of them forgotten. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'burrow-damaged-'));
  const history = await openHistory(systemAt(join(root, 'original')));
  const random = seededRandom(3);
  for (let n = 0; n < 80; n++) {
    const project = projects[n % 3] ?? null;
    const startedAt = new Date(Date.parse('2026-10-01T00:00:00Z') + random() * 3e9).toISOString();
    if (n % 8 === 7) {
      const layers = Array.from({ length: 5 }, (_, layer) => ({
        diffId: `sha256:${n % 3}-${layer}`,
        createdBy: `RUN step ${layer}`,
        bytes: Math.floor(random() * 1e6),
      }));
      const image = imageFactsExample({ ref: `shop:${n}`, id: `sha256:${n}`, layers });
      await history.add({ ...imageRecord(image), project, startedAt });
      continue;
    }
    const packages = Array.from({ length: 40 }, (_, at) =>
      packageSize(`example.com/p${at}`, 1_000_000 - at, Math.floor(random() * 1e5), at),
    );
    const bytes = Math.floor(random() * 1e7);
    const artifact = { path: `/home/me/bin/${n}`, bytes, sha256: String(n % 40).padStart(64, 'a') };
    const logTail = n % 5 === 0 ? 'x.go:1: undefined: y\n'.repeat(300) : null;
    await history.add(
      programRecord({
        project,
        startedAt,
        subject: `./cmd/${n % 7}`,
        logTail,
        packages: n < 40 ? packages : [],
        artifact: n < 40 ? artifact : null,
      }),
    );
  }
  for (const id of ['b3', 'b50']) await history.forget(id);
  const { builds } = await history.list({});
  originals = new Map();
  for (const { id } of builds) originals.set(id, await history.get(id));
  await history.close();
});
afterAll(() => rm(root, { recursive: true }));

type Random = () => number;
const below = (random: Random, max: number) => Math.floor(random() * max);

function changeBytes(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
}

function flip(bytes: Buffer, at: number, random: Random): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 + below(random, 255));
}

function pagesOf(file: string, kind: 'table' | 'index'): number[] {
  const database = new Database(file, { readonly: true });
  const names =
    kind === 'index'
      ? `name IN ('builds_by_time', 'builds_by_project', 'sqlite_autoindex_projects_1')`
      : `name IN ('builds', 'images', 'image_layers', 'projects', 'programs')`;
  const pages = database.prepare(`SELECT pageno FROM dbstat WHERE ${names}`).pluck().all() as number[];
  database.close();
  return pages;
}

const columns = [
  ['builds', 'kind', `'image'`],
  ['builds', 'status', `'cancelled'`],
  ['builds', 'started_at', `'2031-01-01T00:00:00.000Z'`],
  ['builds', 'duration_ms', '-1'],
  ['builds', 'exit_code', '3'],
  ['builds', 'project_id', 'CASE project_id WHEN 1 THEN 2 ELSE 1 END'],
  ['builds', 'project_id', '77'],
  ['builds', 'subject', `'./cmd/9'`],
  ['builds', 'go_version', `'go1.1'`],
  ['builds', 'cgo', '0'],
  ['builds', 'flags', `'{'`],
  ['builds', 'flags', `'["-race"]'`],
  ['builds', 'vcs_commit', `'0000'`],
  ['builds', 'vcs_dirty', '1'],
  ['builds', 'log_tail', `'nothing'`],
  ['builds', 'built_at', `'2026-11-01T00:00:00.000Z'`],
  ['builds', 'stripped', '1'],
  ['builds', 'main_module', `'example.com/x'`],
  ['builds', 'forgotten_at', `'2026-11-01T00:00:00.000Z'`],
] as const;

/** The kinds of damage; each returns the ids of the builds that it may concern, or null if that cannot be known. */
const damages: Record<string, (home: string, random: Random) => string[] | null> = {
  'a byte of the header': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => flip(bytes, below(random, 100), random));
    return [];
  },
  'a byte anywhere': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => flip(bytes, below(random, bytes.length), random));
    return null;
  },
  'twenty bytes anywhere': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => {
      for (let n = 0; n < 20; n++) flip(bytes, below(random, bytes.length), random);
    });
    return null;
  },
  'three bytes of a table': (home, random) => {
    const file = join(home, 'history.db');
    const pages = pagesOf(file, 'table');
    changeBytes(file, (bytes) => {
      const page = (pages[below(random, pages.length)] ?? 1) - 1;
      for (let n = 0; n < 3; n++) flip(bytes, page * pageBytes + below(random, pageBytes), random);
    });
    return null;
  },
  'five bytes of an index': (home, random) => {
    const file = join(home, 'history.db');
    const pages = pagesOf(file, 'index');
    changeBytes(file, (bytes) => {
      const page = (pages[below(random, pages.length)] ?? 1) - 1;
      for (let n = 0; n < 5; n++) flip(bytes, page * pageBytes + below(random, pageBytes), random);
    });
    return null;
  },
  'a time in an index': (home, random) => {
    const file = join(home, 'history.db');
    const pages = pagesOf(file, 'index');
    changeBytes(file, (bytes) => {
      const start = ((pages[below(random, pages.length)] ?? 1) - 1) * pageBytes;
      const at = bytes.indexOf('2026-10', start + below(random, pageBytes / 2));
      if (at > 0 && at < start + pageBytes) bytes.write('7', at + 3);
    });
    return null;
  },
  'a page of zeros': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => {
      const page = 1 + below(random, bytes.length / pageBytes - 1);
      bytes.fill(0, page * pageBytes, (page + 1) * pageBytes);
    });
    return null;
  },
  'two pages swapped': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => {
      const pages = bytes.length / pageBytes - 1;
      const [a, b] = [1 + below(random, pages), 1 + below(random, pages)];
      const kept = Buffer.from(bytes.subarray(a * pageBytes, (a + 1) * pageBytes));
      bytes.copyWithin(a * pageBytes, b * pageBytes, (b + 1) * pageBytes);
      kept.copy(bytes, b * pageBytes);
    });
    return null;
  },
  'a page written over another': (home, random) => {
    changeBytes(join(home, 'history.db'), (bytes) => {
      const pages = bytes.length / pageBytes - 1;
      const [a, b] = [1 + below(random, pages), 1 + below(random, pages)];
      bytes.copyWithin(a * pageBytes, b * pageBytes, (b + 1) * pageBytes);
    });
    return null;
  },
  'an end that is cut off': (home, random) => {
    const file = join(home, 'history.db');
    truncateSync(file, below(random, readFileSync(file).length));
    return null;
  },
  'a row changed': (home, random) => {
    const [table, column, value] = columns[below(random, columns.length)] ?? columns[0];
    const id = 1 + below(random, 80);
    const database = new Database(join(home, 'history.db'));
    database.pragma('foreign_keys = OFF');
    database.exec(`UPDATE ${table} SET ${column} = ${value} WHERE id = ${id}`);
    database.close();
    return [`b${id}`];
  },
  'a row deleted': (home, random) => {
    const id = 1 + below(random, 80);
    const database = new Database(join(home, 'history.db'));
    database.exec(`DELETE FROM builds WHERE id = ${id}`);
    database.close();
    return [`b${id}`];
  },
  'a version of the schema that is 0': (home) => {
    const database = new Database(join(home, 'history.db'));
    database.pragma('user_version = 0');
    database.close();
    return [];
  },
  'a log of garbage': (home, random) => {
    writeFileSync(
      join(home, 'history.db-wal'),
      Buffer.from(Array.from({ length: 9000 }, () => below(random, 256))),
    );
    return [];
  },
};

it('shows every undamaged build of a damaged history, or says that it is lost', async () => {
  const total = stressed(40, 300);
  const kinds = Object.keys(damages);
  const outcomes = { whole: 0, 'some builds said to be damaged': 0, 'nothing readable, said': 0 };
  const faults: string[] = [];
  for (let n = 0; n < total; n++) {
    const kind = kinds[n % kinds.length] ?? '';
    const home = join(root, `case-${n}`);
    mkdirSync(home);
    cpSync(join(root, 'original'), home, { recursive: true });
    const concerned = damages[kind]?.(home, seededRandom(1000 + n)) ?? null;
    const found = await examineHome(home, concerned);
    for (const fault of found.faults) faults.push(`case ${n}, ${kind}: ${fault}`);
    outcomes[found.outcome]++;
    rmSync(home, { recursive: true });
  }
  console.log(
    `stress: damaged histories that lost a build silently: ${new Set(faults.map((each) => each.split(',')[0])).size} of ${total} ${JSON.stringify(outcomes)}`,
  );
  expect(faults).toEqual([]);
  expect(outcomes.whole).toBeGreaterThan(0);
});

type Outcome = 'whole' | 'some builds said to be damaged' | 'nothing readable, said';

/** Opens a damaged history and compares it with the original. `concerned`: only these builds may be missing. */
async function examineHome(
  home: string,
  concerned: string[] | null,
): Promise<{ faults: string[]; outcome: Outcome }> {
  const faults: string[] = [];
  const history = await openHistory(systemAt(home));
  try {
    const first = await history.list({});
    // Reading the details may find further damage, which is repaired; the list afterwards is what counts.
    const details = new Map<string, BuildDetail | 'damaged'>();
    for (const { id } of first.builds) {
      details.set(
        id,
        await history.get(id).catch((error: unknown) => {
          if (isFailure(error, 'build.damaged')) return 'damaged' as const;
          throw error;
        }),
      );
    }
    const { builds, damaged, total } = await history.list({});
    const nothing = history.notices.some(({ params }) => params['kept'] === 'none');
    const shown = new Map(builds.map((build) => [build.id, build]));
    if (total !== builds.length) faults.push(`${builds.length} shown of ${total}`);
    for (const [id, original] of originals) {
      const build = shown.get(id);
      if (!build && !damaged.includes(id) && !nothing) faults.push(`${id} is gone without a word`);
      if (!build && concerned && !concerned.includes(id))
        faults.push(`${id} was not damaged and is not shown`);
      if (build && !equal(build, summaryOf(original))) faults.push(`${id} changed without a word`);
      const detail = details.get(id);
      if (build && detail && detail !== 'damaged' && !equal(detail, original)) {
        faults.push(`the details of ${id} changed without a word`);
      }
    }
    for (const id of shown.keys())
      if (!originals.has(id)) faults.push(`${id} is shown and was forgotten or never was`);
    for (const project of projects) {
      const own = await history.list({ project });
      const expected = builds.filter((build) => build.project === project).map(({ id }) => id);
      if (
        !equal(
          own.builds.map(({ id }) => id),
          expected,
        )
      )
        faults.push(`the list of ${project} differs`);
    }
    const { id } = await history.add(programRecord());
    if (Number(id.slice(1)) <= 80 && !nothing) faults.push(`the number ${id} was used again`);
    for (const { code, params } of history.notices) {
      if (existsSync(String(params['movedTo']))) continue;
      faults.push(`the damaged file was not kept: ${code} ${JSON.stringify(params)}`);
    }
    return {
      faults,
      outcome: nothing
        ? 'nothing readable, said'
        : damaged.length > 0 || [...details.values()].includes('damaged')
          ? 'some builds said to be damaged'
          : 'whole',
    };
  } catch (error) {
    return { faults: [`${error instanceof Error ? error.stack : String(error)}`], outcome: 'whole' };
  } finally {
    await history.close();
  }
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
