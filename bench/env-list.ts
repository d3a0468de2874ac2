import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

/** Measures `burrow env list` of the Go on PATH, which asks it three times, against Node starting and doing nothing. */
export function rows(): Row[] {
  const home = mkdtempSync(join(tmpdir(), 'burrow-bench-env-'));
  try {
    // Every home has this folder after the first use; compiled code is cached there.
    mkdirSync(join(home, '.burrow/cache'), { recursive: true });
    mkdirSync(join(home, '.config/go'), { recursive: true });
    writeFileSync(join(home, '.config/go/env'), 'GOPRIVATE=*.corp.example\nGOFLAGS=-mod=mod\n');
    const [node = 0, list = 0] = medians(
      [
        { name: 'node', file: process.execPath, args: ['-e', '0'] },
        {
          name: 'burrow env list',
          file: join(import.meta.dirname, '../bin/burrow'),
          args: ['env', 'list'],
          env: { HOME: home, BURROW_HOME: join(home, '.burrow') },
          cwd: home,
        },
      ],
      30,
    );
    const details = `Node starting and ending: ${node.toFixed(0)} ms; burrow env list: ${list.toFixed(0)} ms`;
    return [
      { name: '`env list` beyond Node starting', value: list - node, unit: 'ms', goal: '≤ 60', details },
    ];
  } finally {
    rmSync(home, { recursive: true });
  }
}
