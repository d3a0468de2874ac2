import { rm } from 'node:fs/promises';
import type { Toolchain } from '#contract/toolchains';
import {
  fileFailure,
  prepareHome,
  readTextIfThere,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { defaultToolchain, discard, placesOf } from '../store/index.ts';
import { listToolchains } from './list.ts';
import { type Named, theOne } from './named.ts';

/**
 * Removes the named toolchain. If it was the default and no other toolchain satisfies the default file, the default is
 * removed too. Of an adopted toolchain only the link and the record are deleted. Failures: those of `namedToolchain`,
 * file.no-permission, home.unusable.
 */
export async function removeToolchain(system: System, wanted: Named): Promise<Toolchain> {
  const toolchains = await listToolchains(system);
  const toolchain = theOne(toolchains, wanted);
  await removeOne(system, toolchain, toolchains);
  return toolchain;
}

/** Removes this toolchain; `toolchains`: all that are installed. Failures: file.no-permission, home.unusable. */
export async function removeOne(
  system: System,
  toolchain: Toolchain,
  toolchains: readonly Toolchain[],
): Promise<void> {
  const paths = await prepareHome(system);
  const places = placesOf(paths, toolchain);
  await withLock(places.lock, {}, async () => {
    const others = toolchains.filter((each) => each !== toolchain && !each.adopted?.gone);
    const isLast = toolchain.default && (await defaultToolchain(system, others)) === null;
    const before = isLast ? await readTextIfThere(paths.defaultFile) : null;
    try {
      // First, so that a kill leaves a toolchain without a default, which can be removed again, rather than a default
      // without a toolchain, which nothing would repair.
      if (isLast) await rm(paths.defaultFile, { force: true });
      await discard(places);
    } catch (error) {
      if (before !== null) await writeFileAtomic(paths.defaultFile, before).catch(() => undefined);
      throw fileFailure(error, places.goroot);
    }
    try {
      await rm(places.manifest, { force: true });
    } catch (error) {
      throw fileFailure(error, places.manifest);
    }
  });
}
