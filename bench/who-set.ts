import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceStart } from '#core/environment';
import { findOnPath, localSystem } from '#core/system';
import type { Row } from './row.ts';
import { median } from './timing.ts';

const runs = 15;
/** Files that the startup file reads, and commands in each. */
const files = 60;
const commands = 30;

/** Measures how long the traced start of a shell takes beside the start itself. */
export async function rows(): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'burrow-bench-'));
  try {
    plant(home);
    const found: Row[] = [];
    for (const name of ['zsh', 'bash', 'fish'] as const) {
      const system = { ...localSystem(), home };
      const path = await findOnPath(system, name);
      if (path === null) continue;
      const env = { HOME: home, PATH: '/usr/bin:/bin', TERM: 'dumb' };
      const start = { shell: { name, path }, mode: 'login-interactive', names: ['GOPATH'], env } as const;
      const [alone, traced]: [number[], number[]] = [[], []];
      for (let run = 0; run < runs; run++) {
        const begin = performance.now();
        spawnSync(path, ['-l', '-i', '-c', ':'], { env, cwd: home, stdio: 'ignore' });
        const between = performance.now();
        const { final } = await traceStart(system, start);
        if (final.get('GOPATH') !== '/go') throw new Error(`${name} was not traced`);
        alone.push(between - begin);
        traced.push(performance.now() - between);
      }
      const [a, b] = [median(alone), median(traced)];
      const details = `${name} starting: ${a.toFixed(0)} ms; traced: ${b.toFixed(0)} ms (${files} files, ${files * commands} commands)`;
      found.push({ name: `who set a variable, ${name}`, value: b - a, unit: 'ms', goal: '≤ 500', details });
    }
    return found;
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** A home whose shells all read many files. */
function plant(home: string): void {
  const body = Array.from({ length: commands - 1 }, (_, index) => `[ -d /nope/${index} ]`).join('\n');
  mkdirSync(join(home, 'parts'));
  for (let index = 0; index < files; index++) writeFileSync(join(home, `parts/${index}`), `${body}\ntrue\n`);
  const sourcing = 'for f in ~/parts/*; do . "$f"; done\n';
  writeFileSync(join(home, '.zshrc'), `export GOPATH=/go\n${sourcing}`);
  writeFileSync(join(home, '.bash_profile'), `export GOPATH=/go\n${sourcing}`);
  mkdirSync(join(home, '.config/fish'), { recursive: true });
  writeFileSync(
    join(home, '.config/fish/config.fish'),
    'set -gx GOPATH /go\nfor f in ~/parts/*; source $f; end\n',
  );
}
