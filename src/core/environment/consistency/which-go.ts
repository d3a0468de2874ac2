import { basename, dirname } from 'node:path';
import type { StartedGo } from '#contract/consistency';
import { firstGo, resolveGo } from '#core/switching';
import { burrowPaths, realPath, type System } from '#core/system';
import { versionIn } from '#core/toolchains';

/**
 * The Go that an environment gives to programs in `dir`. Runs no Go that it finds: it reads the VERSION file beside it,
 * and Burrow's own shim is resolved. Failures: those of resolveGo.
 */
export async function goIn(system: System, env: System['env'], dir: string): Promise<StartedGo> {
  const there = { ...system, env };
  const { file: go, isShim } = await firstGo(there, burrowPaths(there).shims);
  const none: StartedGo = { go, version: null, isShim: false, hiddenBy: null };
  if (go === null) return none;
  const real = (await realPath(go)) ?? go;
  if (isShim) {
    const { version, path } = await resolveGo(there, dir);
    const missing =
      path !== null
        ? {}
        : version === null
          ? { selectsNone: true as const }
          : { notInstalled: true as const };
    return { ...none, isShim: true, version, ...missing };
  }
  return {
    ...none,
    version: basename(dirname(real)) === 'bin' ? await versionIn(dirname(dirname(real))) : null,
  };
}
