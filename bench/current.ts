import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

/** Compares `burrow current` in a project with a `.go-version`, including the launcher, with an empty run of Node. */
export function rows(): Row[] {
  const scratch = mkdtempSync(join(tmpdir(), 'burrow-bench-'));
  try {
    const home = join(scratch, 'home');
    const toolchain = join(home, 'toolchains/go1.26.1.linux-amd64');
    mkdirSync(join(toolchain, 'bin'), { recursive: true });
    writeFileSync(join(toolchain, 'bin/go'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(`${toolchain}.json`, JSON.stringify({ version: 'go1.26.1', os: 'linux', arch: 'amd64' }));
    // As in any home after its first use, which keeps the compiled code.
    mkdirSync(join(home, 'cache'));
    writeFileSync(join(home, 'default'), 'go1.26.1\n');
    const env = { BURROW_HOME: home };
    const [node = 0, current = 0] = medians(
      [
        { name: 'node', file: process.execPath, args: ['-e', '0'] },
        {
          name: 'burrow current',
          file: join(import.meta.dirname, '../bin/burrow'),
          args: ['current'],
          env,
          cwd: scratch,
        },
      ],
      30,
    );
    const beside = `Node starting and ending: ${node.toFixed(0)} ms; burrow current: ${current.toFixed(0)} ms`;
    return [{ name: 'burrow current', value: current / node, unit: 'x', goal: '≤ 3', beside }];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
