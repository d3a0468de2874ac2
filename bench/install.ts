import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onPath } from './mise.ts';
import { peakMemory } from './peak-memory.ts';
import type { Row } from './row.ts';
import { type ServedRelease, serveRelease } from './served-release.ts';
import { type Contender, medians } from './timing.ts';

const version = 'go1.24.9';
const runs = 5;
const burrow = join(import.meta.dirname, '../bin/burrow');

/** One source of Go, and how to do the same by hand. */
interface Way {
  name: string;
  from: 'official' | 'proxy';
  /** A shell command that unpacks the Go in the current folder; $0 is the address. */
  byHand: string;
  called: string;
  goal: string;
  url: string;
}

/**
 * Measures the install of a real Go from a server on loopback: its time, compared with standard tools, and its memory.
 * Only on Linux; returns nothing if the module proxy does not have the Go or the tools are missing.
 */
export async function rows(): Promise<Row[]> {
  if (process.platform !== 'linux' || !['curl', 'sha256sum', 'tar', 'unzip'].every(onPath)) return [];
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  using served = await serveRelease(version, 'linux', arch);
  if (!served) return [];
  const ways: Way[] = [
    {
      name: 'install an archive',
      from: 'official',
      byHand: 'mkfifo p && { sha256sum <p & curl -sf "$0" | tee p | tar xz && wait; }',
      called: 'curl into tar with sha256sum beside it',
      goal: '≤ 1.1',
      url: `${served.dl}/${version}.linux-${arch}.tar.gz`,
    },
    {
      name: 'install a toolchain module',
      from: 'proxy',
      byHand: 'curl -sfo f "$0" && unzip -q f',
      called: 'curl, then unzip',
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
  const cwd = join(folder, 'by-hand');
  const before = (): void => startAfresh(home, cwd);
  const byHand = (name: string, line: string): Contender => ({
    name,
    file: '/bin/sh',
    args: ['-c', line, way.url],
    cwd,
    before,
  });
  const [ours = 0, theirs = 0, theirsSynced = 0] = medians(
    [
      { name: 'burrow', file: burrow, args: installArguments(way), env: environment(home, served), before },
      byHand(way.called, way.byHand),
      byHand(`${way.called}, sync`, `${way.byHand} && sync -f .`),
    ],
    runs,
    1,
  );
  const beside = `burrow: ${ms(ours)}; ${way.called}: ${ms(theirs)}, and ${ms(theirsSynced)} when they too bring it to the disk`;
  return { name: `${way.name} ÷ by hand`, value: ours / theirs, unit: 'x', goal: way.goal, beside };
}

async function memoryOf(way: Way, served: ServedRelease, folder: string): Promise<Row> {
  const home = join(folder, 'home');
  const peaks: number[] = [];
  for (let run = 0; run < runs; run++) {
    rmSync(home, { recursive: true, force: true });
    peaks.push(await peakMemory(burrow, installArguments(way), environment(home, served)));
  }
  const beside = `the most of ${runs} runs, all threads; the least: ${(Math.min(...peaks) / 1e6).toFixed(0)} MB`;
  const value = Math.max(...peaks) / 1e6;
  return { name: `memory to ${way.name}`, value, unit: 'MB', goal: '≤ 150', beside };
}

const installArguments = ({ from }: Way): string[] => ['install', version, '--from', from];

function environment(home: string, { dl, proxy }: ServedRelease): Record<string, string> {
  return { BURROW_HOME: home, BURROW_GO_DL: dl, GOPROXY: proxy, GOSUMDB: 'sum.golang.org' };
}

/** Writes pending data to disk, which would otherwise count as time of the next run. */
function startAfresh(home: string, cwd: string): void {
  for (const path of [home, cwd]) rmSync(path, { recursive: true, force: true });
  mkdirSync(cwd);
  spawnSync('sync', ['-f', cwd]);
}
