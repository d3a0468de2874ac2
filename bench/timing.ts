import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** A command whose wall time is measured. */
export interface Contender {
  name: string;
  file: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Runs before each measured run, and is not measured. */
  before?(): void;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function once(contender: Contender): number {
  contender.before?.();
  const started = performance.now();
  const { status, error, stderr } = spawnSync(contender.file, contender.args, {
    env: { ...process.env, ...contender.env },
    ...(contender.cwd ? { cwd: contender.cwd } : {}),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const took = performance.now() - started;
  if (error) throw error;
  if (status !== 0) throw new Error(`${contender.name} ended with ${status}: ${String(stderr).slice(-500)}`);
  return took;
}

/**
 * The median wall time (ms) of each command over `runs` rounds. The commands take turns within a round, so that a machine
 * that slows down affects all of them; the first rounds warm up the caches and are not counted.
 */
export function medians(contenders: readonly Contender[], runs: number, warmups = 2): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = -warmups; round < runs; round++) {
    for (const [index, contender] of contenders.entries()) {
      const took = once(contender);
      if (round >= 0) times[index]?.push(took);
    }
  }
  return times.map(median);
}
