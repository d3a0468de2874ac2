import { rm } from 'node:fs/promises';
import { failure } from '#contract/failure';
import type { Toolchain } from '#contract/toolchains';
import { fileFailure, prepareHome, type System, withLock } from '#core/system';
import { defaultToolchain } from './installed.ts';
import { listToolchains } from './inventory.ts';
import { placesOf } from './layout.ts';
import { discard } from './leftovers.ts';
import { archFromIndex } from './targets.ts';
import { parseVersion } from './versions.ts';

/**
 * Removes one toolchain, named by its exact version: `1.2` never means go1.20.5. If it was the default and
 * no other meets what the default file asks for, there is none afterwards. Of an adopted one only the link and the
 * record go. Failures: version.unreadable, toolchain.not-installed, toolchain.ambiguous,
 * file.no-permission, home.unusable.
 */
export async function removeToolchain(
  system: System,
  wanted: { version: string; os?: string | undefined; arch?: string | undefined },
): Promise<Toolchain> {
  const version = parseVersion(wanted.version);
  if (version === null) throw failure('version.unreadable', { input: wanted.version, exact: true });
  const toolchains = await listToolchains(system);
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
  await removeOne(system, toolchain, toolchains);
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
    try {
      await discard(places);
      await rm(places.manifest, { force: true });
      const others = toolchains.filter((each) => each !== toolchain && !each.adopted?.gone);
      const isLast = toolchain.default && (await defaultToolchain(system, others)) === null;
      if (isLast) await rm(paths.defaultFile, { force: true });
    } catch (error) {
      throw fileFailure(error, places.goroot);
    }
  });
}
