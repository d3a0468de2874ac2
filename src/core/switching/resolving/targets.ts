import type { System } from '#core/system';

/** The processors whose toolchains run on this machine, best first: its own, then what Rosetta translates. */
export function runnableArchs({ os, arch }: Pick<System, 'os' | 'arch'>): string[] {
  return os === 'darwin' && arch === 'arm64' ? [arch, 'amd64'] : [arch];
}

/** The targets whose toolchains run on this machine, best first. `os-arch`, as folders of toolchains are named. */
export function runnableTargets(system: Pick<System, 'os' | 'arch'>): string[] {
  return runnableArchs(system).map((arch) => `${system.os}-${arch}`);
}
