import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure } from '#contract/failure';
import type { PruneItem, PrunePlan, PruneProgress, PruneResult } from '#contract/upkeep';
import { burrowPaths, discardPart, fileFailure, prepareHome, type System } from '#core/system';
import { listToolchains } from '../../inventory/index.ts';
import {
  discard,
  downloadsFolder,
  installedVersions,
  placesOf,
  tryWithLockIfRoom,
} from '../../store/index.ts';
import { deleteAside, deleteReadOnly, isAside } from './aside.ts';
import { compileCache, compileCacheFolders, moduleCacheEntry, moduleCacheToolchains } from './go-caches.ts';
import { killedWork, lockOf, ownerOf, unfinishedDownloads } from './killed-work.ts';
import { lastUse } from './last-use.ts';
import { dispensable, planned, type Users } from './prune-plan.ts';

/** Days after its install or its last use during which a toolchain does not count as unused. */
const graceDays = 30;

interface Terms {
  days?: number | undefined;
  /** Go version → time of the last build with it (ISO 8601), from the history. */
  builds?: ReadonlyMap<string, string> | undefined;
}

/**
 * What could be deleted, with sizes in bytes; deletes nothing. `users` is null if it is not known who uses which
 * toolchain: then none is in the plan. Failures: cancelled, home.unusable.
 */
export async function planPrune(
  system: System,
  users: Users | null,
  options: Terms & { signal?: AbortSignal | undefined } = {},
): Promise<PrunePlan> {
  const { days = graceDays, builds = new Map<string, string>(), signal } = options;
  const [toolchains, runnable] = await Promise.all([listToolchains(system), installedVersions(system)]);
  const managed = await Promise.all(
    toolchains
      .filter((toolchain) => toolchain.managed)
      .map(async (toolchain) => ({ ...toolchain, lastUsedAt: await lastUse(toolchain, builds) })),
  );
  const found = [
    ...(await leftoversBut(system, [...toolchains, ...runnable], signal)),
    ...(await unfinishedDownloads(burrowPaths(system))),
    ...(users ? dispensable(managed, users, { now: system.now(), days }) : []),
    ...(await moduleCacheToolchains(system, signal)),
    ...(await compileCache(system, signal)),
  ];
  return { items: planned(found), days };
}

/** What interrupted installs and removals left, which a prune would delete. Failures: cancelled, home.unusable. */
export async function listLeftovers(system: System, signal?: AbortSignal): Promise<PruneItem[]> {
  const known = await Promise.all([listToolchains(system), installedVersions(system)]);
  return planned(await leftoversBut(system, known.flat(), signal));
}

function leftoversBut(
  system: System,
  // A toolchain whose record cannot be read is not listed, but still runs.
  known: readonly { path: string }[],
  signal: AbortSignal | undefined,
) {
  return killedWork(burrowPaths(system), new Set(known.map(({ path }) => path)), signal);
}

/**
 * Deletes those of `paths` that a new plan still lists, so anything that has come into use since is kept. Everything is
 * first moved away in one rename, so a kill leaves nothing half deleted in its place; the next plan lists the rest.
 * Failures: cancelled, home.unusable, file.no-permission, disk.full.
 */
export async function* pruneThese(
  system: System,
  users: Users | null,
  { paths, ...terms }: Terms & { paths: readonly string[] },
  signal?: AbortSignal,
): AsyncGenerator<PruneProgress, PruneResult> {
  await prepareHome(system);
  const plan = await planPrune(system, users, { ...terms, signal });
  const items = plan.items.filter(({ path }) => paths.includes(path));
  const pruned: PruneItem[] = [];
  for (const [done, item] of items.entries()) {
    if (signal?.aborted) throw failure('cancelled', {});
    yield { path: item.path, done, total: items.length };
    try {
      if (await deleteItem(system, item)) pruned.push(item);
    } catch (error) {
      throw fileFailure(error, item.path);
    }
  }
  const gone = new Set(pruned.map(({ path }) => path));
  return {
    pruned,
    bytes: pruned.reduce((total, { bytes }) => total + bytes, 0),
    kept: paths.filter((path) => !gone.has(path)),
  };
}

/** false: work on it is in progress. */
async function deleteItem(system: System, { kind, path }: PruneItem): Promise<boolean> {
  switch (kind) {
    case 'module-cache': {
      const { folder, files } = moduleCacheEntry(path);
      await deleteAside([folder]);
      for (const file of files) await rm(file, { force: true });
      return true;
    }
    case 'compile-cache':
      await deleteAside(await compileCacheFolders(path));
      return true;
    default:
      if (!isAside(path)) return deleteOwn(system, path);
      await deleteReadOnly(path);
      return true;
  }
}

/** Deletes something below Burrow's own home. */
async function deleteOwn(system: System, path: string): Promise<boolean> {
  const paths = burrowPaths(system);
  const lock = lockOf(paths, path);
  const id = ownerOf(path);
  if (lock === null) return false;
  return tryWithLockIfRoom(lock, async () => {
    const places = id && placesOf(paths, id);
    if (places && path === places.goroot) {
      await discard(places);
      await rm(places.manifest, { force: true });
    } else if (dirname(path) === downloadsFolder(paths)) await discardPart(path);
    else await rm(path, { recursive: true, force: true });
  });
}
