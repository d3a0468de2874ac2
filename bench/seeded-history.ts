import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { withFirstSchema } from '#testing/older-history';
import { testCache } from '#testing/test-cache';

/** What a seeded history holds. */
export const counts = {
  builds: 1_000_000,
  programs: 50_000,
  projects: 200,
  packages: 40,
  modules: 20,
} as const;

/** A change of what is written below needs another name, so that a history that was kept is not taken for it. */
const version = 1;

/**
 * The home of a history of a million builds, the same each time, which is made once and kept with what tests download. The first
 * project's `./cmd/server` for linux/amd64 has a tenth of all. Rows are written as the first version of Burrow stored them, and
 * the history then migrates itself: that is the way in which many get seals and series.
 */
export async function seededHistory(): Promise<string> {
  const home = join(testCache('seeded-history'), `v${version}`);
  if (existsSync(home)) return home;
  const work = `${home}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: 0o700 });
  await (await openHistory(systemIn(work))).close();
  const database = new Database(join(work, 'history.db'));
  withFirstSchema(database);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.transaction(() => fill(database))();
  database.close();
  const history = await openHistory(systemIn(work));
  // What the first version did not know.
  for (let n = 0; n < 1000; n++) {
    const vcs = { commit: String(n).padStart(40, 'e'), dirty: false, branch: 'main', tag: `v1.${n}.0` };
    const { id } = await history.add(
      programRecord({ project: `/home/me/project${n % counts.projects}`, builtBy: 'ada', vcs }),
    );
    await history.annotate(id, { name: `Release ${n}`, pinned: n % 3 === 0 });
  }
  await history.close();
  rmSync(join(work, 'backups'), { recursive: true });
  renameSync(work, home);
  return home;
}

/** This machine, with Burrow's home there. */
export function systemIn(home: string) {
  return { ...localSystem(), env: { BURROW_HOME: home } };
}

/** A number that looks random and is the same for the same row. */
const mixed = (row: string, salt: number) => `(((${row} * 2654435761 + ${salt} * 40503) >> 9) & 0xfffff)`;

/** The start of a statement that has the rows 0, 1, 2, … as `i`. */
const rows = (name: string, count: number) =>
  `WITH RECURSIVE ${name}(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM ${name} WHERE i < ${count - 1})`;

function fill(database: Database.Database): void {
  const { builds, programs, projects, packages, modules } = counts;
  database.exec(`
    DROP INDEX builds_by_time; DROP INDEX builds_by_project;
    ${rows('n', projects)} INSERT INTO projects (id, path, last_used_at, listed)
      SELECT i + 1, '/home/me/project' || i, '2026-11-01T00:00:00.000Z', 1 FROM n;
    ${rows('n', 3000)} INSERT INTO packages (id, path) SELECT i + 1, 'example.com/module' || (i / 10) || '/package' || i FROM n;
    ${rows('n', 3000)} INSERT INTO modules (id, path, version, sum, replaced_by_path, replaced_by_version)
      SELECT i + 1, 'example.com/module' || (i / 10), 'v1.' || (i % 10) || '.0', 'h1:' || i, '', '' FROM n;
    ${rows('n', programs)} INSERT INTO programs (id, sha256, artifact_bytes)
      SELECT i + 1, printf('%064x', i), 8000000 + 40 * i + ${mixed('i', 1)} % 300000 FROM n;
    ${rows('n', programs * packages)} INSERT OR IGNORE INTO program_packages
      SELECT i / ${packages} + 1, (i % ${packages}) * 75 + ${mixed(`i / ${packages}`, 2)} % 75 + 1, 9, 4000, 5000 FROM n;
    ${rows('n', programs * modules)} INSERT OR IGNORE INTO program_modules
      SELECT i / ${modules} + 1, (i % ${modules}) * 150 + ${mixed(`i / ${modules} / 20`, 3)} % 150 + 1 FROM n;
    ${rows('n', builds)}, b AS (SELECT i, i % 10 = 0 AS own, ${mixed('i', 4)} AS a, ${mixed('i', 5)} AS b FROM n)
    INSERT INTO builds (id, kind, status, started_at, duration_ms, exit_code, project_id, subject, go_version, target,
      cgo, flags, vcs_commit, vcs_dirty, vcs_branch, artifact_path, program_id, log_tail)
    SELECT i + 1, 'program', iif(failed, 'failed', 'succeeded'), strftime('%Y-%m-%dT%H:%M:%fZ', 1500000000 + i * 250, 'unixepoch'),
      1000 + a % 60000, iif(failed, 1, 0), project, iif(own, './cmd/server', './cmd/' || substr('serverworkeradmin tool  ', 1 + 6 * (a % 4), 6)),
      'go1.' || (9 + i * 18 / ${builds}) || '.' || (a % 8),
      iif(own, 'linux/amd64', substr('linux/amd64  darwin/arm64 windows/amd64', 1 + 13 * (b % 3), 13 - 2 * (b % 3 = 0) - (b % 3 = 1))),
      0, iif(own, '["-trimpath"]', substr('["-trimpath"]["-race"]    []           ', 1 + 13 * (b / 3 % 3), 13)),
      printf('%040x', i / 3 * 2654435761), 0, iif(a % 5 < 4, 'main', 'topic/' || (i / 200)),
      iif(failed, NULL, '/home/me/out/server'), iif(failed, NULL, 1 + (i * ${programs} / ${builds} + a % 7) % ${programs}),
      iif(failed, 'main.go:1: undefined: x', NULL)
    FROM (SELECT *, NOT own AND a % 20 = 1 AS failed, iif(own, 1, 1 + b % ${projects}) AS project FROM b);
    CREATE INDEX builds_by_time ON builds (started_at DESC, id DESC);
    CREATE INDEX builds_by_project ON builds (project_id, started_at DESC, id DESC);
  `);
}
