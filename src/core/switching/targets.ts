import type { System } from '#core/system';

/**
 * The targets whose toolchains run on this machine, best first: its own, then what Rosetta translates. `os-arch`, as
 * folders of toolchains are named.
 */
export function runnableTargets(system: Pick<System, 'os' | 'arch'>): string[] {
  const translates = system.os === 'darwin' && system.arch === 'arm64';
  return [system.arch, ...(translates ? ['amd64'] : [])].map((arch) => `${system.os}-${arch}`);
}
