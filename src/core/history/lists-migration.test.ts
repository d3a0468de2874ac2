import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { predecessor, recordedBytes } from '#contract/series';
import { localSystem } from '#core/system';
import { seededRandom } from '#testing/random';
import { stressed } from '#testing/stress';
import { openHistory } from './history.ts';
import { kyselyOf, sealRows } from './rows/index.ts';
import { migrate, migrations } from './migrations/index.ts';

const count = stressed(300, 10_000);

/** Builds of some series, as version 5 stored them. */
function fill(database: Database.Database): void {
  const random = seededRandom(5);
  const pick = (values: readonly unknown[]) => values[Math.floor(random() * values.length)];
  database.exec(
    `INSERT INTO projects (path, last_used_at, listed) VALUES ('/shop', 'x', 1), ('/till', 'x', 1)`,
  );
  const program = database.prepare('INSERT INTO programs (sha256, artifact_bytes) VALUES (?, ?)');
  for (let n = 0; n < 40; n++) program.run(String(n).padStart(64, '0'), 1000 + Math.floor(random() * 100));
  database.exec(`INSERT INTO packages (path) VALUES ('main');
    INSERT INTO program_packages (program_id, package_id, functions, code_bytes, bytes, parts)
    SELECT id, 1, 1, 1, 1, '[]' FROM programs WHERE id % 2 = 0;
    INSERT INTO modules (path, version, sum, replaced_by_path, replaced_by_version)
    VALUES ('example.com/a', 'v1.0.0', '', '', ''), ('example.com/a', 'v1.1.0', '', '', '');
    INSERT INTO program_modules SELECT id, 1 + id % 2 FROM programs`);
  const build =
    database.prepare(`INSERT INTO builds (kind, status, started_at, project_id, subject, flags, target,
    artifact_path, program_id) VALUES ('program', 'succeeded', ?, ?, ?, ?, 'linux/amd64', ?, ?)`);
  for (let n = 0; n < count; n++) {
    const at = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * count) * 60_000).toISOString();
    const made = n % 11 === 0 ? null : 1 + Math.floor(random() * 40);
    build.run(
      at,
      pick([1, 2, null]),
      pick(['./a', './b']),
      pick(['[]', '["-race"]']),
      made && '/bin/a',
      made,
    );
  }
}

it('keeps every build, and says of each the series and the build before', async () => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-lists-'));
  mkdirSync(join(home, 'backups'), { mode: 0o700 });
  const database = new Database(join(home, 'history.db'));
  await migrate(database, migrations.slice(0, 5));
  database.transaction(() => fill(database))();
  const ids = (table: string) => database.prepare(`SELECT id FROM ${table}`).pluck().all() as number[];
  const rows = { builds: ids('builds'), programs: ids('programs'), projects: ids('projects'), snapshots: [] };
  await sealRows(kyselyOf(database), rows);
  database.exec(`UPDATE builds SET subject = './damaged' WHERE id = 2`);
  database.close();

  const started = performance.now();
  const history = await openHistory({ ...localSystem(), env: { BURROW_HOME: home } });
  console.log(`stress: ms to migrate ${count} builds: ${Math.round(performance.now() - started)}`);
  try {
    const { builds, damaged, total } = await history.list({});
    expect([total, damaged]).toEqual([count - 1, ['b2']]);
    const found = [];
    for (let after: string | undefined; ; ) {
      const page = await history.page({ limit: 500, after });
      found.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
    expect(found.map(({ build }) => build)).toEqual(builds);
    for (const [at, { build, before, series }] of found.entries()) {
      if (recordedBytes(build) === null) expect([before, series]).toEqual([null, null]);
      // Looking back through all builds takes long.
      else if (at < 200) expect(before?.id).toBe(predecessor(builds, at)?.id);
    }
    const { series } = await history.series({});
    expect(series.reduce((sum, each) => sum + each.count, 0)).toBe(
      builds.filter((build) => recordedBytes(build) !== null).length,
    );
    const { points } = await history.trend({ series: series[0]?.series ?? 0, points: 10_000 });
    expect(points.map(({ position }) => position)).toEqual(points.map((_, at) => at));
    for (const [at, point] of points.entries()) {
      if (at > 0) expect([0, 1]).toContain(point.moduleChanges);
      expect([1, null]).toContain(point.packages);
    }
  } finally {
    await history.close();
    await rm(home, { recursive: true });
  }
});
