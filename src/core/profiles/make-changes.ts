import type { ShellChange } from '#contract/shell';
import type { System } from '#core/system';
import {
  type Change,
  deleteFile,
  entryId,
  type FileNow,
  readFileNow,
  removeEmpty,
  removeEntry,
  replaceFile,
  writeEntry,
} from './journal/index.ts';

/** A change, with the file as it is and the bytes that it gets. */
export interface MadeChange {
  change: Change;
  /** null: there is no file. */
  now: FileNow | null;
  content: Buffer;
}

/**
 * Replaces files, all of them or none, each in one step, after the journal has what it was. `mode`: of new files, by
 * default 0644. Failures: profile.changed, file.no-permission, disk.full.
 */
export async function makeChanges(
  system: System,
  made: readonly MadeChange[],
  { mode = 0o644 }: { mode?: number } = {},
): Promise<ShellChange> {
  const now = system.now();
  const [id, at] = [entryId(now), now.toISOString()];
  const changes = made.map(({ change }) => change);
  const contents = made.map((each) => ({ before: each.now?.content ?? null, after: each.content }));
  try {
    await writeEntry(system, { version: 1, id, at, kind: 'apply', changes }, contents);
    for (const { change, now: file, content } of made)
      await replaceFile(system, change.target, { now: file, content, folders: change.folders, mode });
  } catch (error) {
    // If that fails as well, the entry stays, and with it the way to undo what was done.
    await takeBack(system, made).then(
      () => removeEntry(system, id),
      () => undefined,
    );
    throw error;
  }
  const files = made.map((each) => ({
    path: each.change.path,
    change: each.now ? ('changed' as const) : ('created' as const),
  }));
  return { entry: id, files };
}

/** Gives back the files that were replaced already, since one of the others could not be. */
async function takeBack(system: System, made: readonly MadeChange[]): Promise<void> {
  for (const { change, now } of made.toReversed()) {
    const left = await readFileNow(change.target);
    if (left?.sha256 === change.after) {
      if (now) await replaceFile(system, change.target, { now: left, content: now.content, kept: now });
      else await deleteFile(change.target, left);
    }
    await removeEmpty(change.folders);
  }
}
