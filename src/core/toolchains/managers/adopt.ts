import { lstat, mkdir, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure } from '#contract/failure';
import type { GoManager, Toolchain } from '#contract/toolchains';
import { fileFailure, moveIntoPlace, prepareHome, type System, typedPath, withLock } from '#core/system';
import { findToolchain, listToolchains, removeOne } from '../inventory/index.ts';
import {
  becomeDefault,
  discard,
  isFirst,
  placesOf,
  readGoroot,
  type ToolchainPlaces,
  writeManifest,
} from '../store/index.ts';
import type { ToolchainId } from '../versions/index.ts';
import { discoverToolchains } from './discover.ts';

/**
 * Adds a Go that Burrow did not install to its toolchains, as a link and a record. Nothing of it is copied, changed or
 * run. `path`: its GOROOT, `bin` in it, or the `go` in that, perhaps behind links. Links are resolved, since one such
 * as /usr/local/opt/go means another version tomorrow. Adopting the same one again changes nothing. The first toolchain
 * becomes the default, unless one is set. Failures: file.not-found, toolchain.no-go, toolchain.already-here, disk.full,
 * file.no-permission, home.unusable.
 */
export async function adoptToolchain(system: System, { path }: { path: string }): Promise<Toolchain> {
  const goroot = await gorootOf(typedPath(system, path));
  const [found, first] = await Promise.all([discoverToolchains(system), isFirst(system)]);
  const manager = found.find((each) => each.path === goroot)?.manager ?? 'other';
  const adopted = await adoptFound(system, { path: goroot, manager });
  if (!first) return adopted;
  await becomeDefault(system, adopted);
  return (await findToolchain(system, adopted)) ?? adopted;
}

/** Like `adoptToolchain`, for a discovered Go: `path` is a GOROOT with links resolved. */
export async function adoptFound(
  system: System,
  { path, manager }: { path: string; manager: GoManager },
): Promise<Toolchain> {
  const id = await readGoroot(system, path);
  if (typeof id === 'string') throw failure('toolchain.no-go', { path, reason: id });
  const paths = await prepareHome(system);
  const places = placesOf(paths, id);
  return withLock(places.lock, {}, async () => {
    const here = await findToolchain(system, id);
    if (here?.adopted?.from === path) return here;
    if (here) throw alreadyHere(id, here.adopted?.from ?? here.path, path);
    try {
      await link(system, { id, path, manager }, places);
    } catch (error) {
      throw fileFailure(error, places.goroot);
    }
    const adopted = await findToolchain(system, id);
    if (!adopted) throw new Error(`${places.goroot} is not there after it was adopted`);
    return adopted;
  });
}

/**
 * Removes an adopted toolchain from the list, without touching its owner's files. `path`: its folder in Burrow's home,
 * or where it was adopted from. The default file is treated as in `removeToolchain`. Failures: toolchain.not-adopted,
 * file.no-permission.
 */
export async function forgetToolchain(system: System, { path }: { path: string }): Promise<Toolchain> {
  const wanted = typedPath(system, path);
  const real = await realpath(wanted).catch(() => wanted);
  const toolchains = await listToolchains(system);
  const toolchain =
    toolchains.find((each) => each.adopted && each.path === wanted) ??
    toolchains.find((each) => each.adopted?.from === wanted || each.adopted?.from === real);
  if (!toolchain) throw failure('toolchain.not-adopted', { path });
  await removeOne(system, toolchain, toolchains);
  return toolchain;
}

function alreadyHere(id: ToolchainId, path: string, adopting: string): Error {
  return failure('toolchain.already-here', {
    version: id.version,
    target: `${id.os}/${id.arch}`,
    path,
    adopting,
  });
}

/** Writes the record, then the link in one rename, like an install. The caller holds the lock. */
async function link(
  system: System,
  { id, path, manager }: { id: ToolchainId; path: string; manager: GoManager },
  places: ToolchainPlaces,
): Promise<void> {
  await rm(places.staging, { recursive: true, force: true });
  // Leftovers of an install, or of an adopted Go that is gone, do not count.
  await discard(places);
  await mkdir(places.staging, { mode: 0o700 });
  try {
    const manifest = join(places.staging, 'manifest.json');
    const inStaging = join(places.staging, 'link');
    await writeManifest(manifest, {
      ...id,
      source: { kind: 'adopted', url: null },
      proof: { method: 'none', hash: null, because: null },
      installedAt: system.now().toISOString(),
      bytes: await bytesIn(path),
      files: '',
      adopted: { from: path, manager },
    });
    // On Windows a junction needs no privilege; elsewhere the kind is ignored.
    await symlink(path, inStaging, 'junction');
    await moveIntoPlace(manifest, places.manifest);
    await moveIntoPlace(inStaging, places.goroot);
  } finally {
    await rm(places.staging, { recursive: true, force: true });
  }
}

/** The GOROOT at or around a path. Failures: file.not-found, file.no-permission. */
async function gorootOf(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await lstat(real)).isFile()) return dirname(dirname(real));
    return basename(real) === 'bin' ? dirname(real) : real;
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Bytes of all files below a folder, links not followed. What cannot be read is skipped. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return bytesIn(path);
      return entry.isFile() ? ((await lstat(path).catch(() => null))?.size ?? 0) : 0;
    }),
  );
  return sizes.reduce((total, bytes) => total + bytes, 0);
}
