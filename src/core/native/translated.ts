import { dirname } from 'node:path';
import type { ProcessorReport, TranslatedGo } from '#contract/native';
import type { GoManager } from '#contract/toolchains';
import { compareVersions, isNativeOnOffer, ownerCommand } from '#core/toolchains';
import type { Scene } from './scene.ts';

/**
 * The translated Gos in use, newest first, and those of Burrow that are idle. Pure. A Go is in use if the default, a
 * known project or PATH selects it. A translated toolchain is idle if the native build of its version is installed,
 * because that one always runs instead.
 */
export function translatedIn(
  machine: { os: string; arch: string },
  scene: Scene,
): Pick<ProcessorReport, 'findings' | 'idle'> {
  const all = [...ours(machine, scene), ...theirs(machine, scene)];
  const inUse = all.filter((each) => each.default || each.usedBy.length > 0 || each.onPath !== null);
  return {
    findings: inUse.toSorted((a, b) => compareVersions(b.version, a.version)),
    idle: all
      .filter((each) => each.kind !== 'found' && !inUse.includes(each))
      .map(({ version, os, arch, path, nativeInstalled }) => ({ version, os, arch, path, nativeInstalled })),
  };
}

/** Translated toolchains that Burrow installed or adopted. */
function ours(machine: { os: string; arch: string }, scene: Scene): TranslatedGo[] {
  return scene.here
    .filter(({ toolchain }) => toolchain.runsAs === 'translated')
    .map(({ toolchain, goroot }) => {
      const { version, os, arch, path, adopted } = toolchain;
      const manager = adopted?.manager ?? null;
      return {
        version,
        os,
        arch,
        kind: adopted ? ('adopted' as const) : ('managed' as const),
        path,
        ...ownership(manager, goroot),
        bytes: adopted ? 0 : toolchain.bytes,
        default: toolchain.default,
        usedBy: [...(scene.users.get(path) ?? []), ...usersOnPath(scene, goroot)],
        onPath: reachedBy(scene, goroot),
        ...native(machine, scene, version, adopted !== null),
      };
    });
}

/** Translated toolchains that Burrow neither installed nor adopted. */
function theirs(machine: { os: string; arch: string }, scene: Scene): TranslatedGo[] {
  return scene.found
    .filter(
      ({ runsAs, adopted, manager }) => runsAs === 'translated' && !adopted && manager !== 'module-cache',
    )
    .map(({ version, os, arch, path, manager }) => ({
      version,
      os,
      arch,
      kind: 'found' as const,
      path,
      ...ownership(manager, path),
      bytes: 0,
      default: false,
      usedBy: usersOnPath(scene, path),
      onPath: reachedBy(scene, path),
      ...native(machine, scene, version, scene.noDefault),
    }));
}

function ownership(
  manager: GoManager | null,
  goroot: string,
): Pick<TranslatedGo, 'goroot' | 'manager' | 'ownerCommand'> {
  return { goroot, manager, ownerCommand: manager && ownerCommand(manager, goroot) };
}

/** The folders that use the Go on PATH, if that is the one in `goroot`. */
function usersOnPath({ onPath, users }: Scene, goroot: string): string[] {
  return onPath?.goroot === goroot ? [...(users.get(dirname(dirname(onPath.file))) ?? [])] : [];
}

function reachedBy({ onPath, noDefault, beforeShims }: Scene, goroot: string): string | null {
  return (noDefault || beforeShims) && onPath?.goroot === goroot ? onPath.file : null;
}

/** `isMore`: there is something to do even if the native build is installed. */
function native(
  machine: { os: string; arch: string },
  { here }: Scene,
  version: string,
  isMore: boolean,
): Pick<TranslatedGo, 'nativeInstalled' | 'noNative' | 'replaceable'> {
  const nativeInstalled = here.some(
    ({ toolchain }) => toolchain.version === version && toolchain.runsAs === 'native',
  );
  const noNative = version.includes('-')
    ? 'custom-build'
    : isNativeOnOffer(machine, version)
      ? null
      : 'too-old';
  return { nativeInstalled, noNative, replaceable: noNative === null && (isMore || !nativeInstalled) };
}
