import { basename } from 'node:path';
import type { Snapshot } from '#contract/snapshots';
import { describeMachine, realPath, type System } from '#core/system';
import { engineVersion } from '#core/images';
import { askForVariables, askShells, describeToolchains, goFolders } from './go.ts';
import { portable } from './portable.ts';
import { hashProfiles } from './profiles.ts';
import { findCompiler, findGit, findPkgConfig } from './programs.ts';

/** ms for all shells together; a snapshot without their answers is better than none. */
const shellsMs = 5000;

export interface SnapshotRequest {
  /** The folder whose Go is asked; by default the home folder. */
  dir?: string | undefined;
  /** Instead of the machine's name. */
  host?: string | undefined;
}

/** How the machine is now, ready to leave it. Takes 5 s at most, apart from Go itself. Failures: cancelled, home.unusable. */
export async function takeSnapshot(
  system: System,
  { dir = system.home, host }: SnapshotRequest = {},
  signal?: AbortSignal,
): Promise<Snapshot> {
  const [machine, go, starts, toolchains, profiles, git, compiler, pkgConfig, engine, name, home] =
    await Promise.all([
      describeMachine(system),
      askForVariables(system, dir, signal),
      askShells(system, dir, { timeoutMs: shellsMs, signal }),
      describeToolchains(system),
      hashProfiles(system),
      findGit(system),
      findCompiler(system),
      findPkgConfig(system),
      engineVersion(system),
      host ?? hostName(system),
      realPath(system.home),
    ]);
  const { os, arch, translated, osVersion, processor, libc } = machine;
  const taken: Snapshot = {
    format: 'burrow-environment',
    version: 1,
    takenAt: system.now().toISOString(),
    host: name,
    burrow: machine.burrowVersion,
    system: {
      os,
      arch,
      release: osVersion,
      processor,
      translated,
      libc: libc && [libc.name, libc.version].filter(Boolean).join(' '),
    },
    ...go,
    starts,
    toolchains: toolchains.toSorted(by((each) => `${each.version} ${each.os} ${each.arch}`)),
    path: await goFolders(system, go.variables ?? []),
    shells: machine.shells
      .map(({ path, version, login }) => ({ path, version, login }))
      .toSorted(by(({ path }) => path)),
    profiles: profiles.toSorted(by(({ path }) => path)),
    git,
    compiler,
    pkgConfig,
    engine,
  };
  return portable(taken, [system.home, ...(home === null ? [] : [home])]);
}

function by<T>(key: (each: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

/** The first part of the machine's name. Many are made of the user's name, which does not leave the machine. */
async function hostName(system: System): Promise<string> {
  const ran = await system.run({ file: 'uname', args: ['-n'], timeoutMs: 3000 }).catch(() => null);
  const [name = ''] = (ran?.stdout ?? '').trim().split('.');
  const user = basename(system.home);
  if (user.length < 3) return name || 'unknown';
  const at = name.toLowerCase().indexOf(user.toLowerCase());
  const shown = at < 0 ? name : `${name.slice(0, at)}user${name.slice(at + user.length)}`;
  return shown || 'unknown';
}
