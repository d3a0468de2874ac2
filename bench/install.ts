import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row.ts';
import { serveRelease } from './served-release.ts';
import { type Contender, medians } from './timing.ts';

const version = 'go1.24.9';
const launcher = join(import.meta.dirname, '../bin/burrow');
const rounds = 5;

/** Commands of a peer, in a folder of its own; the addresses come in by the environment. */
function peer(name: string, script: string, folder: string, env: Record<string, string>): Contender {
  return {
    name,
    file: '/bin/sh',
    args: ['-ec', script],
    cwd: folder,
    env,
    before: () => emptied(folder),
  };
}

/** `burrow install` into a new home each time. */
function install(from: string, home: string, env: Record<string, string>): Contender {
  return {
    name: `burrow install --from ${from}`,
    file: launcher,
    args: ['install', version, '--from', from],
    env: { ...env, BURROW_HOME: home },
    before: () => emptied(home),
  };
}

function emptied(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
}

/** Peak memory of the whole process, its worker included, in bytes: what `time` reads of the kernel's accounting. */
function peakBytes(contender: Contender): number {
  contender.before?.();
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', contender.file, ...contender.args], {
    env: { ...process.env, ...contender.env },
    encoding: 'utf8',
  });
  return Number(stderr.trim().split('\n').at(-1)) * 1024;
}

/**
 * Installing a real Go from loopback, beside curl, sha256sum and tar (or unzip) doing the same one after the other.
 * Burrow also hashes every file and brings all to the disk before the toolchain counts, which the peers do not:
 * a second row gives the peer a `sync` of its files.
 */
export async function rows(): Promise<Row[]> {
  using release = await serveRelease(version, 'linux', 'amd64');
  if (release === null) return [];
  const scratch = mkdtempSync(join(tmpdir(), 'burrow-bench-install-'));
  try {
    const [home, folder] = [join(scratch, 'home'), join(scratch, 'peer')];
    const module = `${release.proxy}/golang.org/toolchain/@v/v0.0.1-${version}.linux-amd64.zip`;
    const env = {
      ARCHIVE: `${release.dl}/${version}.linux-amd64.tar.gz`,
      MODULE: module,
      BURROW_GO_DL: release.dl,
      GOPROXY: release.proxy,
    };
    const untar = 'curl -fsSo a "$ARCHIVE" && sha256sum a && tar xzf a';
    const contenders = [
      install('official', home, env),
      peer('curl, sha256sum, tar xz', untar, folder, env),
      peer('the same and sync', `${untar} && sync -f .`, folder, env),
      install('proxy', home, env),
      peer('curl, unzip', 'curl -fsSo a "$MODULE" && unzip -q a', folder, env),
    ];
    const times = medians(contenders, rounds, 1);
    const row = (name: string, ours: number, theirs: number): Row => {
      const [a = 0, b = 0] = [times[ours], times[theirs]];
      const beside = `${contenders[ours]?.name}: ${a.toFixed(0)} ms; ${contenders[theirs]?.name}: ${b.toFixed(0)} ms`;
      return { name, value: a / b, unit: 'x', goal: '≤ 1.5', beside };
    };
    const peak = Math.max(...[0, 3].map((index) => peakBytes(contenders[index] as Contender)));
    return [
      row('install from an archive ÷ curl, sha256sum and tar', 0, 1),
      row('install from an archive ÷ the same, brought to the disk', 0, 2),
      row('install from a module ÷ curl and unzip', 3, 4),
      {
        name: 'peak memory of an install',
        value: peak / 1e6,
        unit: 'MB',
        goal: '≤ 250',
        beside: 'the larger of archive and module',
      },
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
