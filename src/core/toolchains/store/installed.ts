import type { Dirent } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { isFailure } from '#contract/failure';
import { betterOn, runsAs } from '#contract/runs-as';
import {
  type BurrowPaths,
  burrowPaths,
  errorCode,
  fileFailure,
  readTextIfThere,
  type System,
} from '#core/system';
import {
  choosePinned,
  compareVersions,
  firstWords,
  linesOf,
  parseFolderName,
  readPin,
  type ToolchainId,
} from '../versions/index.ts';
import { goBinary, placesOf } from './layout.ts';
import { versionIn } from './version-file.ts';

/** A complete toolchain. */
export interface Installed extends ToolchainId {
  /** Its GOROOT. */
  path: string;
}

/** A toolchain on record. `gone`: its `bin/go` is missing, or what was adopted is another version now. */
export interface Recorded extends Installed {
  gone: boolean;
}

/**
 * The installed toolchains, newest first. Reads only names and whether `bin/go` and the record exist, because the
 * resolver calls this at every start; for an adopted one, which its owner may replace at any time, also its VERSION.
 * Failures: file.no-permission.
 */
export async function installedVersions(system: Pick<System, 'env' | 'home' | 'os'>): Promise<Installed[]> {
  const recorded = await recordedVersions(system);
  return recorded.filter(({ gone }) => !gone).map(({ gone: _false, ...installed }) => installed);
}

/**
 * Also includes those that are gone: adopted ones, and Burrow's own whose `bin/go` was deleted (by a virus scanner,
 * say), which cannot be used until they are repaired.
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
      const isLink = entry.isSymbolicLink();
      const there = await exists(goBinary(goroot, id.os)).catch((error: unknown) => {
        // An adopted toolchain that may not be read cannot be used; of Burrow's own, that is a problem to report.
        if (!isLink) throw fileFailure(error, goroot);
        return false;
      });
      if (!isLink) return { ...id, path: goroot, gone: !there };
      return { ...id, path: goroot, gone: !there || (await versionIn(goroot)) !== id.version };
    }),
  );
  return found
    .filter((installed) => installed !== null)
    .toSorted((a, b) => compareVersions(b.version, a.version) || a.path.localeCompare(b.path));
}

/**
 * The toolchain that runs when nothing else decides; null when no default is set, the file holds no version, or no
 * installed toolchain that runs here satisfies it. Of two builds of one version, the native one.
 */
export async function defaultToolchain(
  system: System,
  installed: readonly Installed[],
): Promise<Installed | null> {
  const content = await readTextIfThere(burrowPaths(system).defaultFile);
  const pin = readPin(firstWords(linesOf(content ?? '').lines).text);
  const runnable = installed.filter((each) => runsAs(system, each) !== 'foreign');
  return choosePinned(pin, runnable.toSorted(betterOn(system)));
}

/** What is in toolchains/, after completing repairs that were killed between their renames. */
async function settledEntries(paths: BurrowPaths): Promise<Dirent[]> {
  const entries = await entriesIn(paths.toolchains);
  const names = new Set(entries.map(({ name }) => name));
  // A record without a folder is left by a kill, perhaps in the middle of a repair.
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

/** Throws the error if this user may not know. */
async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EACCES') throw error;
    return false;
  }
}
