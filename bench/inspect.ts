import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '#testing/on-path';
import { peakMemory } from './peak-memory.ts';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

const runs = 15;
const burrow = join(import.meta.dirname, '../bin/burrow');

/**
 * Measures `burrow inspect` of Go's own command, about 15 MB, against `go tool nm` and, if it is on PATH, against
 * go-size-analyzer. Empty without a Go.
 */
export async function rows(): Promise<Row[]> {
  const go = onPath('go');
  if (go === null) return [];
  const env = { GOTOOLCHAIN: 'local' };
  const asked = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8', env: { ...process.env, ...env } });
  const program = join(asked.stdout.trim(), 'bin/go');
  const { size } = statSync(program);
  const peer = onPath('gsa');
  const [inspect = 0, start = 0, nm = 0, gsa] = medians(
    [
      { name: 'burrow inspect', file: burrow, args: ['inspect', program] },
      { name: 'burrow --version', file: burrow, args: ['--version'] },
      { name: 'go tool nm', file: go, args: ['tool', 'nm', '-size', program], env },
      ...(peer === null
        ? []
        : [{ name: 'gsa', file: peer, args: ['-f', 'json', '-o', '/dev/null', program] }]),
    ],
    runs,
  );
  const details = `burrow inspect of ${mb(size)}: ${ms(inspect)}; burrow --version: ${ms(start)}; go tool nm -size: ${ms(nm)}`;
  const result: Row[] = [
    { name: 'burrow inspect of Go’s own command', value: inspect, unit: 'ms', goal: '≤ 200', details },
  ];
  if (gsa !== undefined) {
    const both = `${details}; gsa: ${ms(gsa)}`;
    result.push({
      name: 'go-size-analyzer ÷ burrow inspect',
      value: gsa / inspect,
      unit: 'x',
      goal: '≥ 3',
      details: both,
    });
  }
  if (process.platform === 'linux') {
    // A second, smaller program shows what does not depend on the size.
    const small = join(asked.stdout.trim(), 'bin/gofmt');
    const [one, other] = [
      await peakMemory(burrow, ['inspect', program], {}),
      await peakMemory(burrow, ['inspect', small], {}),
    ];
    result.push({
      name: 'memory for each byte of the program',
      value: (one - other) / (size - statSync(small).size),
      unit: 'x',
      goal: '≤ 1.5',
      details: `peak for ${mb(size)}: ${mb(one)}; for ${mb(statSync(small).size)}: ${mb(other)}`,
    });
  }
  return result;
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
