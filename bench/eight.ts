import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onPath } from './mise.ts';
import type { Row } from './row.ts';
import { serveRelease } from './served-release.ts';
import { type Contender, medians } from './timing.ts';

const version = 'go1.24.9';
const runs = 3;
const burrow = join(import.meta.dirname, '../bin/burrow');

/** Runs a command eight times at once, each in a separate folder, and fails if one of them does. */
const eightTimes =
  'all=; for n in 1 2 3 4 5 6 7 8; do mkdir -p "$n"; (cd "$n" && exec "$0" "$@") & all="$all $!"; done; ' +
  'for each in $all; do wait "$each" || exit; done';

/**
 * Compares eight processes that install the same Go at the same time, as the jobs of a build machine do, with one install
 * and with eight times the same work by hand. Only on Linux; returns nothing if the module proxy does not have the Go.
 */
export async function rows(): Promise<Row[]> {
  if (process.platform !== 'linux' || !['curl', 'sha256sum', 'tar'].every(onPath)) return [];
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  using served = await serveRelease(version, 'linux', arch);
  if (!served) return [];
  const folder = mkdtempSync(join(tmpdir(), 'burrow-bench-eight-'));
  const home = join(folder, 'home');
  const cwd = join(folder, 'work');
  const before = (): void => {
    for (const path of [home, cwd]) rmSync(path, { recursive: true, force: true });
    mkdirSync(cwd);
    spawnSync('sync', ['-f', cwd]);
  };
  const env = { BURROW_HOME: home, BURROW_GO_DL: served.dl };
  const install = [burrow, 'install', version, '--from', 'official'];
  const byHand = 'mkfifo p && { sha256sum <p & curl -sf "$0" | tee p | tar xz && wait; }';
  const url = `${served.dl}/${version}.linux-${arch}.tar.gz`;
  const eight = (name: string, command: string[]): Contender => ({
    name,
    file: '/bin/sh',
    args: ['-c', eightTimes, ...command],
    cwd,
    env,
    before,
  });
  try {
    const [one = 0, eightOfOurs = 0, eightByHand = 0] = medians(
      [
        { name: 'burrow', file: burrow, args: install.slice(1), cwd, env, before },
        eight('eight times burrow', install),
        eight('eight times by hand', ['/bin/sh', '-c', byHand, url]),
      ],
      runs,
      0,
    );
    const beside = `eight at once: ${ms(eightOfOurs)}; one: ${ms(one)}; curl into tar with sha256sum, eight at once: ${ms(eightByHand)}`;
    return [
      {
        name: 'eight installs of one Go at once ÷ one install',
        value: eightOfOurs / one,
        unit: 'x',
        goal: '≤ 1.5',
        beside,
      },
      {
        name: 'the same eight by hand ÷ eight installs',
        value: eightByHand / eightOfOurs,
        unit: 'x',
        goal: '≥ 2',
        beside,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;
