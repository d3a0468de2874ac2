import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Build } from '#contract/build';
import type { BuildFilter, BuildOrder, BuildRow } from '#contract/build-list';
import { buildOrders } from '#contract/build-orders';
import { predecessor, recordedBytes, seriesKey } from '#contract/series';
import { drain } from '#contract/streams';
import { localSystem } from '#core/system';
import { imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { seededRandom } from '#testing/random';
import { type BuildRecord, goRank } from '../rows/index.ts';
import { type History, openHistory } from '../history.ts';

let home: string;
let history: History;
let all: Build[];

const random = seededRandom(12);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

function someRecord(n: number): BuildRecord {
  const startedAt = new Date(Date.UTC(2026, 9, 1) + Math.floor(random() * 40) * 3_600_000).toISOString();
  const project = pick(['/home/me/shop', '/home/me/till', null]);
  if (n % 9 === 0) {
    const engineReported = pick([1000, 2000, null]);
    const sizes = { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported };
    return { ...imageRecord(imageFactsExample({ ref: `shop:1.${n}`, sizes })), startedAt, project };
  }
  const bytes = 1000 + Math.floor(random() * 30);
  const fails = n % 7 === 0;
  return programRecord({
    startedAt,
    project,
    status: fails ? 'failed' : pick(['succeeded', 'recorded']),
    artifact: fails ? null : { path: '/bin/x', bytes, sha256: bytes.toString(16).padStart(64, '0') },
    subject: pick(['./cmd/server', './cmd/worker', 'example.com/shop']),
    goVersion: pick(['go1.9', 'go1.9.1', 'go1.26.1', 'go1.26.2', 'go1.26rc2', 'devel go1.27-1', null]),
    target: pick(['linux/amd64', 'darwin/arm64', null]),
    durationMs: pick([100, 200.5, null]),
    flags: pick([[], ['-trimpath'], ['-trimpath', '-race'], ['-ldflags=-s -w']]),
    vcs: pick([
      null,
      { commit: `a${n % 5}cd`, dirty: false, branch: 'main', tag: null },
      { commit: 'ffff', dirty: null, branch: 'fix_1%', tag: 'v1.2.0' },
      { commit: 'ffff', dirty: null, branch: null, tag: null },
    ]),
    builtBy: pick(['ada', 'Bob', null]),
    name: pick(['Before the fix', null, null]),
    note: pick([null, 'slow\nbuild 100%']),
    pinned: random() < 0.1,
  });
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-page-'));
  history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
  for (let n = 0; n < 150; n++) await history.add(someRecord(n));
  await drain(history.forgetMany({ ids: ['b3', 'b4', 'b50'] }));
  all = (await history.list({})).builds;
});
afterAll(async () => {
  await history.close();
  await rm(home, { recursive: true });
});

/** What a filter finds that names no version in Go's notation, or several. */
const goVersions: Readonly<Record<string, readonly string[]>> = {
  'go1.26': ['go1.26.1', 'go1.26.2'],
  '1.26.2': ['go1.26.2'],
  '1.9': ['go1.9', 'go1.9.1'],
  'go1.9.0': ['go1.9'],
};

const isOfGo = (wanted: string, version: string | null) =>
  version !== null && (goVersions[wanted] ?? [wanted]).includes(version);

const row = (build: Build) => Number(build.id.slice(1));

const is = (wanted: unknown, value: unknown) => wanted === undefined || wanted === value;

/** The same as the pages say, without SQL. */
function matches(build: Build, filter: BuildFilter): boolean {
  const { text = '', status, package: path } = filter;
  const has = (word: string) =>
    [build.subject, build.name, build.note, build.vcs?.branch, build.vcs?.tag, build.image?.ref].some(
      (each) => each?.toLowerCase().includes(word.toLowerCase()),
    ) ||
    build.vcs?.commit.startsWith(word) ||
    build.id === `b${word.replace(/^b/i, '')}`;
  return (
    is(filter.project, build.project) &&
    is(filter.kind, build.kind) &&
    is(filter.subject, build.subject) &&
    is(filter.target, build.target) &&
    (filter.goVersion === undefined || isOfGo(filter.goVersion, build.goVersion)) &&
    is(filter.branch, build.vcs?.branch) &&
    is(filter.tag, build.vcs?.tag) &&
    is(filter.pinned, build.pinned) &&
    (status === undefined || status.includes(build.status)) &&
    (filter.flag === undefined || build.flags.includes(filter.flag)) &&
    (path === undefined || (path === 'main' && build.artifact !== null)) &&
    (filter.since === undefined || build.startedAt >= new Date(filter.since).toISOString()) &&
    (filter.until === undefined || build.startedAt < new Date(filter.until).toISOString()) &&
    text.split(' ').every((word) => word === '' || has(word))
  );
}

const keys: Record<BuildOrder['by'], (build: Build) => string | number | null | undefined> = {
  started: (build) => build.startedAt,
  id: row,
  subject: (build) => build.subject,
  name: (build) => build.name,
  go: (build) => goRank(build.goVersion),
  target: (build) => build.target,
  bytes: recordedBytes,
  change: (build) => {
    const before = predecessor(all, all.indexOf(build));
    const now = recordedBytes(build);
    return before && now !== null ? now - (recordedBytes(before) ?? 0) : null;
  },
  duration: (build) => build.durationMs,
  commit: (build) => build.vcs?.commit,
  branch: (build) => build.vcs?.branch,
  status: (build) => build.status,
  by: (build) => build.builtBy,
};

function inOrder(builds: readonly Build[], { by, descending }: BuildOrder): string[] {
  const direction = descending ? -1 : 1;
  return builds
    .toSorted((a, b) => {
      const [x, y] = [keys[by](a) ?? null, keys[by](b) ?? null];
      if (x === null || y === null)
        return Number(x === null) - Number(y === null) || direction * (row(a) - row(b));
      return direction * (x < y ? -1 : x > y ? 1 : row(a) - row(b));
    })
    .map(({ id }) => id);
}

async function everyPage(filter: BuildFilter, order: BuildOrder, limit: number): Promise<BuildRow[]> {
  const rows: BuildRow[] = [];
  let after: string | undefined;
  do {
    const page = await history.page({ filter, order, limit, after });
    expect(page.damaged).toEqual([]);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

const filters: readonly BuildFilter[] = [
  {},
  { project: '/home/me/shop' },
  { project: '/home/me/nowhere' },
  { text: 'CMD' },
  { text: 'fix_1% server' },
  { text: 'fix_1x' },
  { text: 'a2' },
  { text: '12' },
  { text: 'b12' },
  { text: '100%' },
  { text: 'before' },
  { kind: 'image' },
  { text: 'SHOP:1.9', kind: 'image' },
  { text: ':1.99' },
  { status: ['failed', 'recorded'] },
  { subject: './cmd/worker', target: 'linux/amd64' },
  { goVersion: 'go1.26rc2' },
  { goVersion: 'go1.26' },
  { goVersion: '1.26.2' },
  { goVersion: '1.9' },
  { goVersion: 'go1.9.0' },
  { goVersion: '1.2' },
  { branch: 'main', project: '/home/me/till' },
  { tag: 'v1.2.0' },
  { flag: '-race' },
  { flag: 'race' },
  { package: 'main' },
  { package: 'other' },
  { since: '2026-10-01T12:00:00Z', until: '2026-10-02T00:00:00.000Z' },
  { pinned: true },
  { pinned: false, kind: 'program' },
];

it('pages, put together, are the whole list in its order, for every order and filter', async () => {
  for (const [n, filter] of filters.entries()) {
    const wanted = all.filter((build) => matches(build, filter));
    expect(await history.count(filter), JSON.stringify(filter)).toBe(wanted.length);
    for (const by of n === 0 ? buildOrders : [pick(buildOrders), pick(buildOrders), 'started' as const]) {
      const order = { by, descending: random() < 0.5 };
      const rows = await everyPage(filter, order, pick([13, 50]));
      const said = JSON.stringify({ filter, order });
      expect(
        rows.map(({ build }) => build.id),
        said,
      ).toEqual(inOrder(wanted, order));
    }
  }
});

it('combines filters', async () => {
  for (let n = 0; n < 60; n++) {
    const filter: BuildFilter = { ...pick(filters), ...pick(filters), ...pick(filters) };
    const order = { by: pick(buildOrders), descending: random() < 0.5 };
    const wanted = all.filter((build) => matches(build, filter));
    const rows = await everyPage(filter, order, pick([11, 40, 500]));
    const said = JSON.stringify({ filter, order });
    expect(
      rows.map(({ build }) => build.id),
      said,
    ).toEqual(inOrder(wanted, order));
    expect(await history.count(filter), said).toBe(wanted.length);
    const some = ['b1', 'b1', 'b4', 'b7', 'b20', 'b99', 'x', 'b9999'];
    const wantedOfSome = wanted.filter(({ id }) => some.includes(id)).length;
    expect(await history.count(filter, some), said).toBe(wantedOfSome);
  }
});

it('says the build before, and the series, as contract/series.ts does', async () => {
  const rows = await everyPage({}, { by: 'started', descending: true }, 40);
  const series = new Map<string, number | null>();
  for (const [at, each] of rows.entries()) {
    const before = predecessor(all, at);
    const isSized = recordedBytes(each.build) !== null;
    expect(each.before, each.build.id).toEqual(
      isSized && before ? { id: before.id, bytes: recordedBytes(before) } : null,
    );
    if (!isSized) expect(each.series).toBe(null);
    else {
      const key = seriesKey(each.build);
      expect(series.get(key) ?? each.series).toBe(each.series);
      series.set(key, each.series);
    }
  }
  expect(new Set(series.values()).size).toBe(series.size);
});

it('refuses a cursor that is none, or of another order', async () => {
  const { next } = await history.page({ limit: 1 });
  for (const after of ['', 'x', 'W10', String(next).slice(1)]) {
    await expect(history.page({ after })).rejects.toMatchObject({ code: 'builds.cursor-invalid' });
  }
  const order: BuildOrder = { by: 'bytes', descending: true };
  await expect(history.page({ order, after: next ?? '' })).rejects.toMatchObject({
    code: 'builds.cursor-invalid',
  });
});
