import { access, readdir } from 'node:fs/promises';
import { type BurrowPaths, burrowPaths, readTextIfThere, type System } from '#core/system';
import { goBinary, parseFolderName, placesOf } from './layout.ts';
import type { ToolchainId } from './targets.ts';
import { compareVersions, parseVersion } from './versions.ts';

/** A toolchain that is there, whole. */
export interface Installed extends ToolchainId {
  /** Its GOROOT. */
  path: string;
}

/**
 * The toolchains that are there, newest first. Looks only at names and whether `bin/go` and the record exist: the
 * resolver asks at every start.
 */
export async function installedVersions(system: System): Promise<Installed[]> {
  const paths = burrowPaths(system);
  const names = await namesIn(paths.toolchains);
  const records = new Set(names.filter((name) => name.endsWith('.json')));
  const found = await Promise.all(
    names.map(async (name) => {
      const id = records.has(`${name}.json`) ? parseFolderName(name) : null;
      if (!id) return null;
      const { goroot } = placesOf(paths, id);
      return (await exists(goBinary(goroot, id.os))) ? { ...id, path: goroot } : null;
    }),
  );
  return found
    .filter((installed) => installed !== null)
    .toSorted((a, b) => compareVersions(b.version, a.version) || a.path.localeCompare(b.path));
}

/** The version that runs where nothing else decides; null when none is set, or the file holds no version. */
export async function readDefault(system: System): Promise<string | null> {
  const text = await readTextIfThere(burrowPaths(system).defaultFile);
  return text === null ? null : parseVersion(text);
}

async function namesIn(folder: BurrowPaths['toolchains']): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // no home yet: nothing is installed
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
