import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BurrowPaths } from '#core/system';
import { downloadsFolder, placesOf, tryWithLockIfRoom } from '../../store/index.ts';
import { archFromIndex, parseFolderName, type ToolchainId } from '../../versions/index.ts';
import { isSmokeFolder } from '../smoke/index.ts';
import { bytesIn } from './folder-bytes.ts';
import type { Found } from './prune-plan.ts';

/**
 * The names in staging/ and in locks/ under which tools are rebuilt (core/tools/rebuild.ts), and programs without a
 * module (core/modules/try-without.ts).
 */
const rebuilt = ['tools', 'without'];

/** What killed installs and removals left, except work in progress; `known`: the GOROOTs that count. */
export async function killedWork(
  paths: BurrowPaths,
  known: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const inStaging = await entries(paths.staging);
  const inToolchains = (await entries(paths.toolchains)).filter(
    (path) => !known.has(path) && !known.has(path.replace(/\.json$/, '')),
  );
  const found: Found[] = [];
  for (const path of [...inStaging, ...inToolchains]) {
    const lock = lockOf(paths, path);
    if (lock === null || !(await isFree(lock))) continue;
    const version = ownerOf(path)?.version ?? null;
    const bytes = await bytesIn(path, signal);
    found.push({ kind: 'leftover', path, version, bytes, newer: null, installedAt: null, lastUsedAt: null });
  }
  return found;
}

/** Partial downloads that a later install could resume, except those in progress. */
export async function unfinishedDownloads(paths: BurrowPaths): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of await entries(downloadsFolder(paths))) {
    const id = ownerOf(path);
    if (!id || path.endsWith('.json') || !(await isFree(placesOf(paths, id).lock))) continue;
    const bytes = await bytesIn(path, undefined);
    found.push({
      kind: 'download',
      path,
      version: id.version,
      bytes,
      newer: null,
      installedAt: null,
      lastUsedAt: null,
    });
  }
  return found;
}

/** `<mark>-go1.26.1.linux-amd64.tar.gz`, or for a module `<mark>-v0.0.1-go1.26.1.linux-amd64.zip` (downloading.ts). */
const downloadName = /^[0-9a-f]{16}-(?:v0\.0\.1-)?(.+)\.(?:tar\.gz|zip)$/;

/** The toolchain that a path in staging/, toolchains/ or among the downloads belongs to; null for other paths. */
export function ownerOf(path: string): ToolchainId | null {
  const name = basename(path).replace(/\.json$/, '');
  const id = parseFolderName(downloadName.exec(name)?.[1] ?? name);
  return id && { ...id, arch: archFromIndex(id.arch) };
}

/** The lock that protects such a path; null when it belongs to no known work. */
export function lockOf(paths: BurrowPaths, path: string): string | null {
  const id = ownerOf(path);
  if (id) return placesOf(paths, id).lock;
  return isSmokeFolder(path) || rebuilt.some((name) => path === join(paths.staging, name))
    ? join(paths.locks, basename(path))
    : null;
}

function isFree(lock: string): Promise<boolean> {
  return tryWithLockIfRoom(lock, () => Promise.resolve());
}

async function entries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
