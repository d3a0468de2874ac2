import Database from 'better-sqlite3';
import { join } from 'node:path';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { withFirstSchema } from './older-history.ts';

/**
 * Gives a home of Burrow's a history of many builds of one project, one every 20 minutes until now, a twentieth of them
 * failed. They are stored as the first Burrow stored them, and the history migrates itself: adding one after the other
 * takes 5 ms each.
 */
export async function manyBuilds(home: string, count: number, project: string): Promise<void> {
  const system = { ...localSystem(), env: { BURROW_HOME: home } };
  await (await openHistory(system)).close();
  const database = new Database(join(home, 'history.db'));
  withFirstSchema(database);
  database.pragma('synchronous = OFF');
  const programs = 500;
  const last = new Date().toISOString();
  database
    .prepare(`INSERT INTO projects (id, path, last_used_at, listed) VALUES (1, ?, ?, 1)`)
    .run(project, last);
  database
    .prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${programs})
      INSERT INTO programs (id, sha256, artifact_bytes) SELECT i, printf('%064x', i), 8000000 + 9000 * i FROM n`)
    .run();
  database
    .prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
      INSERT INTO builds (id, kind, status, started_at, duration_ms, exit_code, project_id, subject, go_version, target,
        cgo, flags, vcs_commit, vcs_dirty, vcs_branch, artifact_path, program_id)
      SELECT i, 'program', iif(i % 20 = 7, 'failed', 'succeeded'),
        strftime('%Y-%m-%dT%H:%M:%fZ', :last, (20 * (i - :count)) || ' minutes'),
        2000 + i * 37 % 9000, iif(i % 20 = 7, 1, 0), 1, substr('./cmd/server./cmd/worker', 1 + 12 * (i % 3 = 2), 12),
        iif(i < :count / 2, 'go1.26.1', 'go1.27.0'), 'linux/amd64', 0, '["-trimpath"]', printf('%040x', i * 2654435761), 0,
        iif(i % 4 = 1, 'topic/prices', 'main'), '/out/server', iif(i % 20 = 7, NULL, 1 + (i / 7 + i * 31 % 9) % ${programs})
      FROM n`)
    .run({ count, last });
  database.close();
  await (await openHistory(system)).close();
}
