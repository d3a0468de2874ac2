import { setImmediate as othersFirst } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ForgetProgress, Forgotten, ManyProgress, Remembered } from '#contract/listed-builds';
import {
  type Tables,
  deriveBuilds,
  inTransaction,
  isSoundBuild,
  readStoredBuilds,
  sealBuilds,
} from '../rows/index.ts';

/** One transaction changes at most so many builds; it takes about a tenth of a second. */
const atOnce = 1000;

/** Changes the history; `now` is ISO 8601. */
export type Change = <T>(work: (db: Kysely<Tables>, now: string) => Promise<T>) => Promise<T>;

/**
 * Forgets those of these builds that are sound and not forgotten. The moment `undo` is the mark by which `rowsForgottenAt` finds
 * exactly them: no others have it. Between two transactions it says how far it is, lets other work run, and ends when `signal`
 * is aborted.
 */
export async function* forgetRows(
  change: Change,
  ids: readonly number[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ForgetProgress, Forgotten> {
  let forgotten = 0;
  let undo = '';
  for (const part of partsOf(ids)) {
    // Until a row has the mark, another process may take it.
    const known = forgotten === 0 ? null : undo;
    const marked = await change((db, now) =>
      inTransaction(db, async (tx) => {
        const moment = known ?? (await unusedMark(tx, now));
        return { moment, count: await mark(tx, part.ids, moment) };
      }),
    );
    undo = marked.moment;
    forgotten += marked.count;
    if (part.done === ids.length) break;
    yield { done: part.done, total: ids.length, undo };
    await othersFirst();
    if (signal?.aborted) return { forgotten, undo, cancelled: true };
  }
  return { forgotten, undo, cancelled: false };
}

/** Restores those of these builds that are sound and forgotten; otherwise as `forgetRows`. */
export async function* restoreRows(
  change: Change,
  ids: readonly number[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ManyProgress, Remembered> {
  let restored = 0;
  for (const part of partsOf(ids)) {
    restored += await change((db) => inTransaction(db, (tx) => mark(tx, part.ids, null)));
    if (part.done === ids.length) break;
    yield { done: part.done, total: ids.length };
    await othersFirst();
    if (signal?.aborted) return { restored, cancelled: true };
  }
  return { restored, cancelled: false };
}

/** The ids in parts, and how many are done after each; one empty part of none. Pure. */
function partsOf(ids: readonly number[]): { ids: number[]; done: number }[] {
  return Array.from({ length: Math.max(1, Math.ceil(ids.length / atOnce)) }, (_, index) => {
    const part = ids.slice(index * atOnce, (index + 1) * atOnce);
    return { ids: part, done: index * atOnce + part.length };
  });
}

async function unusedMark(tx: Kysely<Tables>, now: string): Promise<string> {
  let moment = now;
  while ((await rowsForgottenAt(tx, moment)).length > 0)
    moment = new Date(Date.parse(moment) + 1).toISOString();
  return moment;
}

/** The builds that one call has forgotten. */
export async function rowsForgottenAt(db: Kysely<Tables>, moment: string): Promise<number[]> {
  const rows = await db.selectFrom('builds').where('forgotten_at', '=', moment).select('id').execute();
  return rows.map(({ id }) => id);
}

/** The calls that have forgotten builds which are still there, newest first, at most 100. `undo`: as of `forgetRows`. */
export async function forgottenCalls(db: Kysely<Tables>): Promise<{ undo: string; builds: number }[]> {
  const { rows } = await sql<{ undo: string; builds: number }>`
    SELECT forgotten_at AS undo, count(*) AS builds FROM builds WHERE forgotten_at IS NOT NULL
    GROUP BY forgotten_at ORDER BY forgotten_at DESC LIMIT 100`.execute(db);
  return rows;
}

/** Marks those of at most `atOnce` builds that are sound and not so marked; returns their number. */
async function mark(tx: Kysely<Tables>, ids: readonly number[], at: string | null): Promise<number> {
  const rows = (await readStoredBuilds(tx, [...new Set(ids)]))
    .filter((stored) => isSoundBuild(stored) && (stored.build.forgotten_at === null) === (at !== null))
    .map(({ build }) => build.id);
  await sql`UPDATE builds SET forgotten_at = ${at}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(rows)}))`.execute(tx);
  await sealBuilds(tx, rows);
  await deriveBuilds(tx, rows);
  return rows.length;
}
