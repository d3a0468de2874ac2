import type { Dirent } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { isFailure } from '#contract/failure';
import { type BurrowPaths, burrowPaths, fileFailure, readTextIfThere, type System } from '#core/system';
import {
  choosePinned,
  compareVersions,
  firstWords,
  parseFolderName,
  readPin,
  runsAs,
  type ToolchainId,
} from '../versions/index.ts';
import { goBinary, placesOf } from './layout.ts';
import { versionIn } from './version-file.ts';

/** A toolchain that is there, whole. */
export interface Installed extends ToolchainId {
  /** Its GOROOT. */
  path: string;
}

/** A toolchain that is on record. `gone`: its `bin/go` is not there, or what was adopted is another version now. */
export interface Recorded extends Installed {
  gone: boolean;
}

/**
 * The toolchains that are there, newest first. Looks only at names and whether `bin/go` and the record exist: the
 * resolver asks at every start. Of an adopted one, which its owner may replace at any time, also at its VERSION.
 * Failures: file.no-permission.
 */
export async function installedVersions(system: Pick<System, 'env' | 'home' | 'os'>): Promise<Installed[]> {
  const recorded = await recordedVersions(system);
  return recorded.filter(({ gone }) => !gone).map(({ gone: _false, ...installed }) => installed);
}

/**
 * The same, and those that were here: adopted ones that are gone, and Burrow's own whose `bin/go` somebody took away
 * (a virus scanner, say), which are of no use until they are repaired.
 */
export async function recordedVersions(system: Pick<System, 'env' | 'home' | 'os'>): Promise<Recorded[]> {
  const paths = burrowPaths(system);
  const entries = await settledEntries(paths);
  const records = new Set(entries.map(({ name }) => name).filter((name) => name.endsWith('.json')));
  const found = await Promise.all(
    entries.map(async (entry) => {
      const id = records.has(`${entry.name}.json`) ? parseFolderName(entry.name) : null;
      if (!id) return null;
      const { goroot } = placesOf(paths, id);
      const there = await exists(goBinary(goroot, id.os));
      if (!entry.isSymbolicLink()) return { ...id, path: goroot, gone: !there };
      return { ...id, path: goroot, gone: !there || (await versionIn(goroot)) !== id.version };
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

/** What is in toolchains/, once a repair that was killed between its renames has been brought to its end. */
async function settledEntries(paths: BurrowPaths): Promise<Dirent[]> {
  const entries = await entriesIn(paths.toolchains);
  const names = new Set(entries.map(({ name }) => name));
  // A record alone is what a kill leaves, of this kind or of another.
  const alone = [...names]
    .filter((name) => name.endsWith('.json') && !names.has(name.replace(/\.json$/, '')))
    .map((name) => parseFolderName(name.replace(/\.json$/, '')))
    .filter((id) => id !== null);
  if (alone.length === 0) return entries;
  const { finishSwaps } = await import('./swap.ts');
  const changed = await finishSwaps(alone.map((id) => placesOf(paths, id))).catch(() => false);
  return changed ? entriesIn(paths.toolchains) : entries;
}

async function entriesIn(folder: BurrowPaths['toolchains']): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const failed = fileFailure(error, folder);
    if (isFailure(failed, 'file.not-found')) return []; // no home yet: nothing is installed
    throw failed;
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
