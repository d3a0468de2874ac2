import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PruneItem } from '#contract/upkeep';
import type { BurrowPaths } from '#core/system';
import { parseFolderName, placesOf } from '../layout.ts';
import type { ToolchainId } from '../targets.ts';
import { ifIdle } from '../toolchain-lock.ts';
import { bytesIn } from './folder-bytes.ts';
import { isSmokeFolder } from './smoke-folder.ts';

/** In staging/ and in locks/, where tools are rebuilt (core/tools/rebuild.ts). */
const rebuiltTools = 'tools';

/** What killed installs and removals left behind: `known` are the GOROOTs that count. Nothing that is being worked on. */
export async function killedWork(
  paths: BurrowPaths,
  known: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<PruneItem[]> {
  const inStaging = await entries(paths.staging);
  const inToolchains = (await entries(paths.toolchains)).filter(
    (path) => !known.has(path) && !known.has(path.replace(/\.json$/, '')),
  );
  const found: PruneItem[] = [];
  for (const path of [...inStaging, ...inToolchains]) {
    const lock = lockOf(paths, path);
    if (lock === null || !(await isIdle(lock))) continue;
    const version = ownerOf(path)?.version ?? null;
    const bytes = await bytesIn(path, signal);
    found.push({ kind: 'leftover', path, version, bytes, newer: null, installedAt: null, lastUsedAt: null });
  }
  return found;
}

/** Which toolchain a path in staging/ or toolchains/ is of; null for what is none's. */
export function ownerOf(path: string): ToolchainId | null {
  return parseFolderName(basename(path).replace(/\.json$/, ''));
}

/** The lock that whoever works on a path in staging/ or toolchains/ holds; null for what is nobody's known work. */
export function lockOf(paths: BurrowPaths, path: string): string | null {
  const id = ownerOf(path);
  if (id) return placesOf(paths, id).lock;
  return isSmokeFolder(path) || path === join(paths.staging, rebuiltTools)
    ? join(paths.locks, basename(path))
    : null;
}

function isIdle(lock: string): Promise<boolean> {
  return ifIdle(lock, () => Promise.resolve());
}

async function entries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
