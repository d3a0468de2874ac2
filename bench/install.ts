import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onPath } from '#testing/on-path';
import { peakMemory } from './peak-memory.ts';
import type { Row } from './row.ts';
import { type ServedRelease, serveRelease } from './served-release.ts';
import { type Contender, medians } from './timing.ts';

const version = 'go1.24.9';
const runs = 5;
const burrow = join(import.meta.dirname, '../bin/burrow');

/** One kind of install, and standard tools that do the same. */
interface Way {
  name: string;
  from: 'official' | 'proxy';
  /** A shell command that unpacks the Go into the working directory; $0 is the URL. */
  peer: string;
  peerName: string;
  goal: string;
  url: string;
}

/**
 * Measures installing a real Go from a server on loopback: its time against standard tools that do the same work, and
 * its memory. Only on Linux; empty if no module proxy has the Go, or the tools are missing.
 */
export async function rows(): Promise<Row[]> {
  if (process.platform !== 'linux' || !['curl', 'sha256sum', 'tar', 'unzip'].every((tool) => onPath(tool))) return [];
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  using served = await serveRelease(version, 'linux', arch);
  if (!served) return [];
  const ways: Way[] = [
    {
      name: 'install an archive',
      from: 'official',
      peer: 'mkfifo p && { sha256sum <p & curl -sf "$0" | tee p | tar xz && wait; }',
      peerName: 'curl into tar and sha256sum',
      goal: '≤ 1.1',
      url: `${served.dl}/${version}.linux-${arch}.tar.gz`,
    },
    {
      name: 'install a toolchain module',
      from: 'proxy',
      peer: 'curl -sfo f "$0" && unzip -q f',
      peerName: 'curl, then unzip',
      goal: '≤ 1.3',
      url: `${served.proxy}/golang.org/toolchain/@v/v0.0.1-${version}.linux-${arch}.zip`,
    },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'burrow-bench-install-'));
  try {
    const found: Row[] = [];
    for (const way of ways) found.push(timeOf(way, served, folder), await memoryOf(way, served, folder));
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;

function timeOf(way: Way, served: ServedRelease, folder: string): Row {
  const home = join(folder, 'home');
  const cwd = join(folder, 'peer');
  const before = (): void => reset(home, cwd);
  const peer = (name: string, line: string): Contender => ({
    name,
    file: '/bin/sh',
    args: ['-c', line, way.url],
    cwd,
    before,
  });
  const [ours = 0, theirs = 0, theirsSynced = 0] = medians(
    [
      { name: 'burrow', file: burrow, args: installArguments(way), env: environment(home, served), before },
      peer(way.peerName, way.peer),
      peer(`${way.peerName}, sync`, `${way.peer} && sync -f .`),
    ],
    runs,
    1,
  );
  const details = `burrow: ${ms(ours)}; ${way.peerName}: ${ms(theirs)}, and ${ms(theirsSynced)} with sync`;
  return { name: `${way.name} ÷ standard tools`, value: ours / theirs, unit: 'x', goal: way.goal, details };
}

async function memoryOf(way: Way, served: ServedRelease, folder: string): Promise<Row> {
  const home = join(folder, 'home');
  const peaks: number[] = [];
  for (let run = 0; run < runs; run++) {
    rmSync(home, { recursive: true, force: true });
    peaks.push(await peakMemory(burrow, installArguments(way), environment(home, served)));
  }
  const details = `maximum of ${runs} runs, all threads; minimum: ${(Math.min(...peaks) / 1e6).toFixed(0)} MB`;
  const value = Math.max(...peaks) / 1e6;
  return { name: `peak memory to ${way.name}`, value, unit: 'MB', goal: '≤ 150', details };
}

const installArguments = ({ from }: Way): string[] => ['install', version, '--from', from];

function environment(home: string, { dl, proxy }: ServedRelease): Record<string, string> {
  return { BURROW_HOME: home, BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: 'sum.golang.org' };
}

/** Empties the folders and writes everything to disk, so that a run does not pay for the writes of the one before. */
function reset(home: string, cwd: string): void {
  for (const path of [home, cwd]) rmSync(path, { recursive: true, force: true });
  mkdirSync(cwd);
  spawnSync('sync', ['-f', cwd]);
}
