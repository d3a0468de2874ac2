import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DoctorReport } from '#contract/doctor';
import { drain } from '#contract/streams';
import { examine } from '#core/doctor';
import { compareShells } from '#core/environment';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import type { Row } from './row.ts';

const runs = 7;
/** ms that the profile of the slowest shell waits, like one with version managers and a prompt in it. */
const sleepMs = 1000;

/** Measures the whole doctor against its slowest check alone, which starts every shell. */
export async function rows(): Promise<Row[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'burrow-bench-doctor-')));
  try {
    for (const file of ['.bashrc', '.profile']) writeFileSync(join(home, file), `sleep ${sleepMs / 1000}\n`);
    const env = { ...process.env, HOME: home, SHELL: '/bin/bash', BURROW_HOME: join(home, '.burrow') };
    const system = { ...localSystem(), home, cwd: home, env };
    const slowest = new Set<string>();
    let count = 0;
    const whole = () => drain(examine({ system, dir: home, history: () => openHistory(system) }, { onBug }));
    const alone = () => compareShells(system, { dir: home });
    const times = { whole: [] as number[], alone: [] as number[] };
    for (let run = 0; run < runs; run++) {
      // By turns, so that both meet the same machine.
      const { result } = await timed(whole, times.whole);
      await timed(alone, times.alone);
      const { checks }: DoctorReport = result;
      slowest.add(checks.toSorted((a, b) => b.ms - a.ms)[0]?.check ?? '');
      count = checks.length;
    }
    if (slowest.size !== 1 || !slowest.has('shells-agree')) {
      throw new Error(`the slowest is not shells-agree: ${[...slowest].join()}`);
    }
    const [all, one] = [median(times.whole), median(times.alone)];
    return [
      {
        name: 'the whole doctor, beyond its slowest check alone',
        value: all - one,
        unit: 'ms',
        goal: '≤ 500',
        details: `${count} checks: ${all.toFixed(0)} ms; shells-agree alone: ${one.toFixed(0)} ms`,
      },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}

function onBug(_check: string, bug: unknown): Promise<never> {
  return Promise.reject(bug);
}

async function timed<T>(work: () => Promise<T>, times: number[]): Promise<{ result: T }> {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return { result };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
