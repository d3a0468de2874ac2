import { rm } from 'node:fs/promises';
import { failure } from '#contract/failure';
import type { Toolchain } from '#contract/toolchains';
import {
  fileFailure,
  prepareHome,
  readTextIfThere,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { defaultToolchain } from './installed.ts';
import { listToolchains } from './inventory.ts';
import { placesOf } from './layout.ts';
import { discard } from './leftovers.ts';
import { archFromIndex } from './targets.ts';
import { parseVersion } from './versions.ts';

/** A toolchain as people name it: by its exact version, and by its target where there are several. */
interface Named {
  version: string;
  os?: string | undefined;
  arch?: string | undefined;
}

/**
 * The one toolchain that is named: `1.2` never means go1.20.5. Failures: version.unreadable,
 * toolchain.not-installed, toolchain.ambiguous.
 */
export async function namedToolchain(system: System, wanted: Named): Promise<Toolchain> {
  return named(await listToolchains(system), wanted);
}

/**
 * Removes the one toolchain that is named. If it was the default and no other meets what the default file asks for,
 * there is none afterwards. Of an adopted one only the link and the record go. Failures: those of `namedToolchain`,
 * file.no-permission, home.unusable.
 */
export async function removeToolchain(system: System, wanted: Named): Promise<Toolchain> {
  const toolchains = await listToolchains(system);
  const toolchain = named(toolchains, wanted);
  await removeOne(system, toolchain, toolchains);
  return toolchain;
}

function named(toolchains: readonly Toolchain[], wanted: Named): Toolchain {
  const version = parseVersion(wanted.version);
  if (version === null) throw failure('version.unreadable', { input: wanted.version, exact: true });
  const matches = toolchains.filter(
    (each) =>
      each.version === version &&
      (wanted.os === undefined || each.os === wanted.os) &&
      (wanted.arch === undefined || each.arch === archFromIndex(wanted.arch)),
  );
  const [toolchain] = matches;
  if (!toolchain) {
    const installed = toolchains.map((each) => each.version);
    throw failure('toolchain.not-installed', {
      wanted: version.replace(/^go/, ''),
      installed,
      because: '',
      mustExist: true,
    });
  }
  if (matches.length > 1) {
    const targets = matches.map(({ os, arch }) => `${version} ${os}/${arch}`);
    throw failure('toolchain.ambiguous', { wanted: wanted.version, matches: targets });
  }
  return toolchain;
}

/** Removes this one; `toolchains`: all that are there. Failures: file.no-permission, home.unusable. */
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
      // without a toolchain, which nothing would put right.
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
