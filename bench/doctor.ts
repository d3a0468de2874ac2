import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DoctorReport } from '#contract/doctor';
import { drain } from '#contract/streams';
import { examine } from '#core/doctor';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import type { Row } from './row.ts';

/** ms that the profile of the slowest shell waits, like one with version managers and a prompt in it. */
const sleepMs = 1000;

/** Measures the whole doctor against the slowest of its checks, which starts a shell with a slow profile. */
export async function rows(): Promise<Row[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'burrow-bench-doctor-')));
  try {
    for (const file of ['.bashrc', '.profile']) writeFileSync(join(home, file), `sleep ${sleepMs / 1000}\n`);
    const env = { ...process.env, HOME: home, SHELL: '/bin/bash', BURROW_HOME: join(home, '.burrow') };
    const system = { ...localSystem(), home, cwd: home, env };
    const runs: { whole: number; slowest: number; name: string; checks: number }[] = [];
    for (let run = 0; run < 7; run++) {
      const started = performance.now();
      const scene = { system, dir: home, history: () => openHistory(system) };
      const onBug = (_: string, bug: unknown) => Promise.reject(bug);
      const { checks }: DoctorReport = await drain(examine(scene, { onBug }));
      const whole = performance.now() - started;
      const [first] = checks.toSorted((a, b) => b.ms - a.ms);
      if (!first || first.ms < sleepMs) throw new Error('no check has started a shell');
      runs.push({ whole, slowest: first.ms, name: first.check, checks: checks.length });
    }
    const median = runs.toSorted((a, b) => a.whole - a.slowest - (b.whole - b.slowest))[3];
    if (!median) return [];
    const { whole, slowest, name, checks } = median;
    return [
      {
        name: 'the whole doctor, beyond its slowest check',
        value: whole - slowest,
        unit: 'ms',
        goal: '≤ 500',
        details: `${checks} checks: ${whole.toFixed(0)} ms; the slowest, ${name}: ${slowest} ms`,
      },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}
