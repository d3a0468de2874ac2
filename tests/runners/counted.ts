import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ending, type HowToRun, runCommand } from './command.ts';
import { eventsVariable, readEvents, type TestEvent } from './events.ts';
import { testCache } from '../support/test-cache.ts';
import { addTallies, failedOne, type Tally, tallyOf } from './tally.ts';

/**
 * A test runner is ended when no test has started or ended for this many ms. Longer than any test may take
 * (`testTimeoutMs`), so that only a runner that hangs is ended, even on a slow machine.
 */
const maxSilenceMs = 45 * 60_000;

export interface Runner extends Pick<HowToRun, 'env' | 'cwd' | 'output'> {
  /** Its name in the list of failures, if it fails as a whole. */
  name: string;
  command: readonly string[];
  /** The folder for its events, which it must be able to write to; omitted: a temporary folder. */
  folder?: string;
}

/**
 * Runs a command whose reporter records events, and counts them, even if the command hangs or crashes. What Node compiles
 * is kept: each install starts threads, which would take half a second of its test to compile the same files.
 */
export async function counted({ name, command, folder, ...how }: Runner): Promise<Tally> {
  const own = folder === undefined ? await mkdtemp(join(tmpdir(), 'burrow-events-')) : null;
  const file = join(folder ?? own ?? '', 'events.jsonl');
  try {
    const ending = await runCommand(command, {
      ...how,
      env: { NODE_COMPILE_CACHE: testCache('compiled'), ...how.env, [eventsVariable]: file },
      maxSilenceMs,
      lastSign: () => statSync(file, { throwIfNoEntry: false })?.mtimeMs,
    });
    return judged(name, await readEvents(file), ending);
  } finally {
    if (own !== null) await rm(own, { recursive: true, force: true });
  }
}

/**
 * The tally of a runner. One that recorded nothing, that was ended, or that failed although none of its tests did,
 * counts as one more failure.
 */
export function judged(name: string, events: readonly TestEvent[], { exitCode, problem }: Ending): Tally {
  const { tally, running } = tallyOf(events);
  const reason = problem ?? `exit code ${exitCode}`;
  const meanwhile = running.length > 0 ? `; running: ${running.join(', ')}` : '';
  if (events.length === 0) return failedOne(name, `no test was counted: ${reason}`);
  const isWhole = problem === null && running.length === 0;
  if (isWhole && (exitCode === 0 || tally.failed.length > 0)) return tally;
  return addTallies([tally, failedOne(name, `${reason}${meanwhile}`)]);
}
