import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onPath } from '#testing/on-path';
import type { Row } from './row.ts';
import { serveRelease } from './served-release.ts';
import { type Contender, medians } from './timing.ts';

const version = 'go1.24.9';
const runs = 3;
const burrow = join(import.meta.dirname, '../bin/burrow');

/** Runs a command eight times concurrently, each in its own folder, and fails if one of them fails. */
const eightTimes =
  'all=; for n in 1 2 3 4 5 6 7 8; do mkdir -p "$n"; (cd "$n" && exec "$0" "$@") & all="$all $!"; done; ' +
  'for each in $all; do wait "$each" || exit; done';

/**
 * Measures eight processes that install the same Go at the same time, like jobs on a build machine, against one
 * install and against standard tools doing the same work eight times. Only on Linux; empty if no module proxy has the
 * Go.
 */
export async function rows(): Promise<Row[]> {
  if (process.platform !== 'linux' || !['curl', 'sha256sum', 'tar'].every((tool) => onPath(tool))) return [];
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
  const peer = 'mkfifo p && { sha256sum <p & curl -sf "$0" | tee p | tar xz && wait; }';
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
    const [one = 0, eightOfOurs = 0, eightPeers = 0] = medians(
      [
        { name: 'burrow', file: burrow, args: install.slice(1), cwd, env, before },
        eight('eight times burrow', install),
        eight('eight times standard tools', ['/bin/sh', '-c', peer, url]),
      ],
      runs,
      0,
    );
    const details = `eight installs: ${ms(eightOfOurs)}; one: ${ms(one)}; eight times curl into tar with sha256sum: ${ms(eightPeers)}`;
    return [
      {
        name: 'eight concurrent installs of one Go ÷ one install',
        value: eightOfOurs / one,
        unit: 'x',
        goal: '≤ 1.5',
        details,
      },
      {
        name: 'standard tools, eight times concurrently ÷ eight installs',
        value: eightPeers / eightOfOurs,
        unit: 'x',
        goal: '≥ 2',
        details,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;
