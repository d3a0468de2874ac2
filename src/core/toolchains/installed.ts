import { access, readdir } from 'node:fs/promises';
import { type BurrowPaths, burrowPaths, readTextIfThere, type System } from '#core/system';
import { goBinary, parseFolderName, placesOf } from './layout.ts';
import { choosePinned, firstWords, readPin } from './pins.ts';
import { runsAs, type ToolchainId } from './targets.ts';
import { compareVersions } from './versions.ts';

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

/**
 * The toolchain that runs where nothing else decides; null when no default is set, the file holds no version, or
 * none that is here and runs on this machine meets it. Of two builds of one version it is the processor's own.
 */
export async function defaultToolchain(
  system: System,
  installed: readonly Installed[],
): Promise<Installed | null> {
  const content = await readTextIfThere(burrowPaths(system).defaultFile);
  const pin = readPin(firstWords(content ?? '').text);
  const native = installed.filter((each) => runsAs(system, each) === 'native');
  const translated = installed.filter((each) => runsAs(system, each) === 'translated');
  return choosePinned(pin, [...native, ...translated]);
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
