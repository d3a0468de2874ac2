import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { compareShells } from '#core/environment';
import { localSystem } from '#core/system';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

/** ms that the profile of the slowest shell waits, like one with version managers and a prompt in it. */
const sleepMs = 1000;
const profile = `export GOFLAGS=-mod=mod\nsleep ${sleepMs / 1000}\n`;

/** Measures asking every shell in every mode, side by side, against starting the slowest of them alone. */
export async function rows(): Promise<Row[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'burrow-bench-shells-')));
  try {
    for (const file of ['.bashrc', '.profile']) writeFileSync(join(home, file), profile);
    mkdirSync(join(home, '.burrow'), { mode: 0o700 });
    const env = { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', SHELL: '/bin/bash' };
    const system = { ...localSystem(), home, cwd: home, env };
    const times: number[] = [];
    let shells = 0;
    for (let run = 0; run < 7; run++) {
      const started = performance.now();
      const found = await compareShells(system, { dir: home });
      times.push(performance.now() - started);
      shells = found.shells.length;
      const known = found.shells.filter(({ variables }) => variables['GOFLAGS'] === '-mod=mod').length;
      if (known < 3) throw new Error(`only ${known} starts answered`);
    }
    const [slowest = 0] = medians([{ name: 'bash', file: 'bash', args: ['-l', '-i', '-c', ':'], env }], 7);
    const matrix = times.toSorted((a, b) => a - b)[3] ?? 0;
    return [
      {
        name: 'which Go each shell runs, beyond its slowest shell',
        value: matrix - slowest,
        unit: 'ms',
        goal: '≤ 500',
        details: `${shells} starts: ${matrix.toFixed(0)} ms; the slowest alone: ${slowest.toFixed(0)} ms; with the lines of what the others lack`,
      },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}
