import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem } from '#core/system';
import { type History, openHistory } from '../history.ts';
import { kyselyOf, sealRows, soundRows } from '../rows/index.ts';
import { migrate, migrations } from '../migrations/index.ts';

let home: string;
let history: History | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'burrow-series-'));
  history = undefined;
});
afterEach(async () => {
  await history?.close();
  await rm(home, { recursive: true });
});

/** Migrates a history of the schema before, with these rows, and opens it. */
async function migrated(fill: (database: Database.Database) => void, { seal = true } = {}): Promise<History> {
  mkdirSync(join(home, 'backups'), { mode: 0o700 });
  const database = new Database(join(home, 'history.db'));
  await migrate(database, migrations.slice(0, 4));
  fill(database);
  const db = kyselyOf(database);
  const ids = (table: string) => database.prepare(`SELECT id FROM ${table}`).pluck().all() as number[];
  if (seal) {
    await sealRows(db, {
      builds: ids('builds'),
      programs: ids('programs'),
      projects: ids('projects'),
      snapshots: [],
    });
  }
  database.close();
  history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
  return history;
}

interface Old {
  status?: string;
  subject?: string;
  at?: string;
  project?: string;
  file?: string;
  packages?: readonly string[];
}

/** A build as version 4 stored it: `recorded`, of `.`, unless something else is said. */
function add(database: Database.Database, { status = 'recorded', subject = '.', ...old }: Old): void {
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values).lastInsertRowid;
  let project: unknown = null;
  if (old.project) {
    run(`INSERT OR IGNORE INTO projects (path, last_used_at, listed) VALUES (?, 'x', 1)`, old.project);
    project = database.prepare('SELECT id FROM projects WHERE path = ?').pluck().get(old.project);
  }
  let program: unknown = null;
  if (old.packages) {
    program = run('INSERT INTO programs (sha256, artifact_bytes) VALUES (hex(randomblob(32)), 1000)');
    for (const path of old.packages) {
      run('INSERT OR IGNORE INTO packages (path) VALUES (?)', path);
      run('INSERT INTO program_packages SELECT ?, id, 1, 10, 12 FROM packages WHERE path = ?', program, path);
    }
  }
  run(
    `INSERT INTO builds (kind, status, started_at, project_id, subject, flags, artifact_path, program_id)
    VALUES ('program', ?, ?, ?, ?, '[]', ?, ?)`,
    status,
    old.at ?? '2026-11-01T10:00:00.000Z',
    project,
    subject,
    old.packages ? (old.file ?? '/bin/tool') : null,
    program,
  );
}

async function subjects(all: readonly Old[]): Promise<string[]> {
  const { builds, damaged } = await (
    await migrated((database) => {
      for (const each of all) add(database, each);
    })
  ).list({});
  expect(damaged).toEqual([]);
  return builds
    .toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
    .map(({ subject }) => subject);
}

it('names programs in the root of a module, and never two different ones alike', async () => {
  const shop = { project: '/home/me/shop', status: 'succeeded' };
  expect(
    await subjects([
      { packages: ['main', 'github.com/evilmartians/lefthook/internal/run'] },
      { packages: ['main', 'github.com/amacneil/dbmate/v2/pkg/db'] },
      { packages: ['main', 'runtime'], file: '/usr/bin/tiny' },
      { packages: ['main'], file: 'C:\\tools\\small.exe' },
      { ...shop, packages: ['main', 'example.com/shop/internal/a'] },
      { ...shop, status: 'failed' },
      { ...shop, subject: './cmd/server', packages: ['main', 'example.com/shop/internal/a'] },
      { project: '/home/me/plain', status: 'succeeded', packages: ['main'] },
      // A program built from files has the name of its file already.
      { subject: 'taken', packages: ['main'], file: '/a/taken' },
      { packages: ['main'], file: '/b/taken' },
    ]),
  ).toEqual([
    'github.com/evilmartians/lefthook',
    'github.com/amacneil/dbmate/v2',
    'tiny',
    'small.exe',
    'example.com/shop',
    'example.com/shop',
    './cmd/server',
    'plain',
    'taken',
    '/b/taken',
  ]);
});

const recorded = (at: string): Old => ({ at, subject: './cmd/x', packages: ['main'] });

const ran = (at: string): Old => ({ ...recorded(at), status: 'succeeded', project: '/shop' });

it('gives recorded programs a time in the order of their numbers, and keeps that of their file', async () => {
  const found = await migrated((database) => {
    add(database, recorded('1985-10-26T08:15:00.000Z'));
    add(database, ran('2026-10-02T10:00:00.000Z'));
    add(database, recorded('1985-10-26T08:15:00.000Z'));
    add(database, recorded('2026-10-03T10:00:00.000Z'));
    add(database, recorded('2026-10-30T10:00:00.000Z'));
    add(database, ran('2026-10-04T10:00:00.000Z'));
    add(database, recorded('2999-01-01T00:00:00.000Z'));
  });
  const { builds } = await found.list({});
  expect(
    builds.map(({ id, startedAt, builtAt }) => [id, startedAt.slice(0, 10), builtAt?.at.slice(0, 10)]),
  ).toEqual([
    ['b7', '2026-10-30', '2999-01-01'],
    ['b6', '2026-10-04', undefined],
    ['b5', '2026-10-04', '2026-10-30'],
    ['b4', '2026-10-03', '2026-10-03'],
    ['b3', '2026-10-02', '1985-10-26'],
    ['b2', '2026-10-02', undefined],
    ['b1', '2026-10-02', '1985-10-26'],
  ]);
  expect(builds[0]?.builtAt?.from).toBe('file');
});

it('keeps what is known of older programs', async () => {
  const found = await migrated((database) => add(database, { packages: ['main', 'example.com/a/b'] }));
  expect(await found.get('b1')).toMatchObject({
    analysis: 0,
    owned: null,
    runs: null,
    stripped: null,
    packages: ['example.com/a/b', 'main'].map((path) => ({
      path,
      bytes: 12,
      parts: [
        { bucket: 'code', bytes: 10, byReference: 0, byShare: 0 },
        { bucket: 'function-tables', bytes: 2, byReference: 0, byShare: 0 },
      ],
    })),
  });
});

it('recognizes the seals that version 4 wrote, and leaves a damaged row damaged', async () => {
  const found = await migrated(
    (database) => {
      database.exec(`
        INSERT INTO programs VALUES (2, '${'2'.padStart(64, '0')}', 1000, 2609296666);
        INSERT INTO program_sections VALUES (2, 0, '.text', 600, 600), (2, 1, '.bss', 0, 90);
        INSERT INTO program_buckets VALUES (2, 0, 'code', 600), (2, 1, 'other', 400);
        INSERT INTO packages VALUES (1, 'runtime'), (2, 'main'), (6, 'github.com/amacneil/dbmate/v2/pkg/driver');
        INSERT INTO program_packages VALUES (2, 1, 3, 300, 350), (2, 2, 1, 100, 110), (2, 6, 1, 10, 10);
        INSERT INTO modules VALUES (1, 'example.com/a', 'v1.0.0', 'h1:a', '', ''), (2, 'example.com/b', 'v1.2.0', '', '../b', '');
        INSERT INTO program_modules VALUES (2, 1), (2, 2);
        INSERT INTO builds VALUES (1, 'program', 'recorded', '1985-10-26T08:15:00.000Z', NULL, NULL, NULL, '.',
          'go1.26.1', 'linux/amd64', 1, '["-trimpath","-ldflags=-s -w"]', '4f1c', 0, 'main', '/x/bin', 2, NULL, NULL, 7);
        INSERT INTO builds VALUES (2, 'program', 'recorded', '1985-10-26T08:15:00.000Z', NULL, NULL, NULL, '.',
          'go1.26.1', 'linux/amd64', 1, '["-trimpath","-ldflags=-s -w"]', '4f1c', 0, 'main', '/x/bin', 2, NULL, NULL,
          1632898916)`);
    },
    { seal: false },
  );
  expect((await found.list({})).damaged).toEqual(['b1']);
  expect(await found.get('b2')).toMatchObject({ subject: 'github.com/amacneil/dbmate/v2' });
  expect((await found.get('b2')).packages).toHaveLength(3);
});

it('adds the build id of a program when it is read again, and keeps what else is known', async () => {
  const found = await migrated((database) => add(database, { packages: ['main'] }));
  const { artifact, ...old } = await found.get('b1');
  if (!artifact) throw new Error('the build has a program');
  expect(old.buildId).toBeNull();
  const target = null;
  await found.keepAnalysis(artifact, { ...old, target, analysis: 4 });
  await found.keepAnalysis(artifact, { ...old, target, analysis: 4, buildId: 'a/b' });
  await found.keepAnalysis(artifact, { ...old, target, analysis: 4 });
  expect(await found.get('b1')).toMatchObject({ buildId: 'a/b', packages: [{ path: 'main' }] });
});

it('has sealed every row of the migrated tables', async () => {
  await migrated((database) => add(database, { packages: ['main'] }));
  const database = new Database(join(home, 'history.db'), { readonly: true });
  expect(await soundRows(kyselyOf(database))).toMatchObject({ builds: [1], programs: [1] });
  database.close();
});
