import { runnableArchs } from '#contract/runs-as';
import type { System } from '#core/system';

/** The targets whose toolchains run on this machine, best first. `os-arch`, as folders of toolchains are named. */
export function runnableTargets(system: Pick<System, 'os' | 'arch'>): string[] {
  return runnableArchs(system).map((arch) => `${system.os}-${arch}`);
}
