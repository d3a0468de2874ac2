import type { Kysely } from 'kysely';
import { type Tables, decodeBuild, getAnalysis, readStoredBuilds } from '../rows/index.ts';
import { exportVersion } from './export-format.ts';

/** Builds are read in steps of so many. */
const atOnce = 200;

/**
 * These builds as lines of JSON (docs/history.md), each program before the first build that has it; damaged ones are left out.
 * `done` is called with the number of builds at the end.
 */
export async function* exportLines(
  db: Kysely<Tables>,
  ids: readonly number[],
  now: string,
  done: (builds: number) => void,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ burrow: 'history', version: exportVersion, exportedAt: now })}\n`;
  const written = new Set<number>();
  let count = 0;
  for (let at = 0; at < ids.length; at += atOnce) {
    for (const stored of await readStoredBuilds(db, ids.slice(at, at + atOnce))) {
      const build = decodeBuild(stored);
      if (!build) continue;
      const program = stored.build.program_id;
      if (program !== null && build.artifact && !written.has(program)) {
        written.add(program);
        const analysis = await getAnalysis(db, program);
        const { sha256, bytes } = build.artifact;
        if (analysis) yield `${JSON.stringify({ type: 'program', sha256, bytes, ...analysis })}\n`;
      }
      yield `${JSON.stringify({ type: 'build', ...build })}\n`;
      count += 1;
    }
  }
  done(count);
}
