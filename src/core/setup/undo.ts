import { lstat, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import type { SetupUndoItem, SetupUndoResult } from '#contract/setup';
import { undoChanges } from '#core/profiles';
import { forgetToolchain, removeToolchain } from '#core/switching';
import { burrowPaths, fileFailure, type System } from '#core/system';
import { listToolchains } from '#core/toolchains';
import { takeAway } from './steps/index.ts';
import { type CountBuilds, idOf, planUndo } from './undo-plan.ts';

/**
 * Removes all that Burrow made, and gives back what it changed, as the preview with this `id` showed. Yields each thing
 * when it is done. Files outside Burrow's home come first, and the journal that knows them goes last: cut off anywhere,
 * the next undo does the rest. Failures: setup.undo-outdated, cancelled, file.no-permission, disk.full.
 */
export async function* undoAll(
  system: System,
  { id, countBuilds }: { id: string; countBuilds: CountBuilds },
  signal?: AbortSignal,
): AsyncGenerator<SetupUndoItem, SetupUndoResult> {
  const { items, names } = await planUndo(system, countBuilds);
  if (idOf(items) !== id) throw failure('setup.undo-outdated', {});
  const done: SetupUndoItem[] = [];
  for (const item of items) {
    if (signal?.aborted) throw failure('cancelled', {});
    const result = item.fate === 'kept' ? item : await undoItem(system, item, names);
    done.push(result);
    yield result;
  }
  return {
    items: done,
    bytes: done.reduce((sum, { bytes, fate }) => sum + (fate === 'kept' ? 0 : (bytes ?? 0)), 0),
  };
}

async function undoItem(
  system: System,
  item: SetupUndoItem,
  names: readonly string[],
): Promise<SetupUndoItem> {
  switch (item.kind) {
    case 'file':
      try {
        await undoChanges(system, { path: item.path });
        return item;
      } catch (error) {
        // Someone has edited it in the meantime.
        if (!isFailure(error, 'profile.edited-since')) throw error;
        return { ...item, fate: 'kept', why: { code: error.code, params: error.params } };
      }
    case 'project':
      await takeAway(system, item.path);
      return item;
    case 'toolchain':
    case 'link':
      await removeOne(system, item.path);
      return item;
    default:
      await removeHome(system, item.path, names);
      return item;
  }
}

async function removeOne(system: System, path: string): Promise<void> {
  const found = (await listToolchains(system)).find((each) => each.path === path);
  if (!found) return;
  if (found.managed) await removeToolchain(system, found);
  else await forgetToolchain(system, { path });
}

/** Removes what is Burrow's in its home, the journal last, and the home itself if nothing is left in it. */
async function removeHome(system: System, root: string, names: readonly string[]): Promise<void> {
  const { backups } = burrowPaths(system);
  try {
    const paths = names
      .map((name) => join(root, name))
      .toSorted((a, b) => Number(a === backups) - Number(b === backups));
    for (const path of paths) await removePath(path);
    if (await removeIfEmpty(root)) return;
    // A page that asks something meanwhile makes the folders anew.
    for (const path of paths) await removePath(path);
    await removeIfEmpty(root);
  } catch (error) {
    throw fileFailure(error, root);
  }
}

/** A link in the place of a folder leads to one of Burrow's own, which is emptied and stays. */
async function removePath(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found?.isSymbolicLink()) {
    const inside: string[] = await readdir(path).catch(() => []);
    if (inside.includes('.burrow')) {
      for (const name of inside) await rm(join(path, name), { recursive: true, force: true });
    }
  }
  await rm(path, { recursive: true, force: true });
}

/** Whether it is gone. */
async function removeIfEmpty(root: string): Promise<boolean> {
  const isEmpty = (await readdir(root).catch(() => ['?'])).length === 0;
  if (isEmpty) await rmdir(root);
  return isEmpty;
}
