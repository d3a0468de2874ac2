import { betterOn } from '#contract/runs-as';
import { readExecutableHeader } from '#core/binaries';
import type { System } from '#core/system';
import { type ToolchainId } from '../versions/index.ts';
import { goBinary } from './layout.ts';
import { versionIn } from './version-file.ts';

/**
 * The Go in a GOROOT, read and never run: its version from VERSION, its target from the header of `bin/go` (of a
 * universal one, the one that runs best here). Otherwise what is missing: `no-version`, `no-program`.
 */
export async function readGoroot(
  system: Pick<System, 'os' | 'arch'>,
  goroot: string,
): Promise<ToolchainId | 'no-version' | 'no-program'> {
  const version = await versionIn(goroot);
  if (version === null) return 'no-version';
  const targets = await targetsOf(goroot, system.os);
  const [best] = targets.toSorted(betterOn(system));
  return best ? { version, ...best } : 'no-program';
}

/** Whether the `bin/go` of a GOROOT is still built for this target. */
export async function isBuiltFor(goroot: string, { os, arch }: ToolchainId): Promise<boolean> {
  return (await targetsOf(goroot, os)).some((target) => target.os === os && target.arch === arch);
}

async function targetsOf(goroot: string, hostOS: string): Promise<{ os: string; arch: string }[]> {
  const header = await readExecutableHeader(goBinary(goroot, hostOS)).catch(() => null);
  // ELF headers of Linux programs do not name the system.
  return (header?.targets ?? []).map(({ os, arch }) => ({ os: os ?? 'linux', arch }));
}
