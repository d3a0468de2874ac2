import { join } from 'node:path';
import type { ShellChange } from '#contract/shell';
import { failure } from '#contract/failure';
import { prepareHome, realPath, type System, withLock } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { sha256 } from './editing/index.ts';
import {
  type Change,
  type Entry,
  entryId,
  keptOf,
  missingFolders,
  readFileNow,
  replaceFile,
  writeEntry,
} from './journal/index.ts';

/** What a file would become. Texts are bytes as Latin-1. */
export interface FileChange {
  path: string;
  /** Names exactly this change of exactly these bytes. */
  id: string;
  /** Empty: nothing changes. */
  diff: string;
}

/** Changes a text; null stands for a file that is missing, and stays so. Pure. */
export type EditText = (text: string | null) => string | null;

/** What an edit would change in a file that Burrow does not own. Changes nothing. */
export async function previewFile(path: string, edit: EditText): Promise<FileChange> {
  const { before, after } = await bothTexts(path, edit);
  return { path, id: idOf(before, after), diff: unifiedDiff(path, before, after) };
}

/**
 * Makes an edit that was shown, in one step and with an entry in the journal, by which it can be undone. `mode`: of a
 * new file, by default 0644. `afterwards` brings up to date what is made from the file, also where that is as wanted
 * already; no other change comes between. Failures:
 * environment.file-changed (the bytes are others than those shown), profile.not-replaceable, file.no-permission,
 * disk.full, home.unusable.
 */
export async function changeFile(
  system: System,
  { path, id }: Pick<FileChange, 'path' | 'id'>,
  edit: EditText,
  { mode, afterwards }: { mode?: number; afterwards?: () => Promise<void> } = {},
): Promise<ShellChange> {
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const { now, target, before, after } = await bothTexts(path, edit);
    if (idOf(before, after) !== id) throw failure('environment.file-changed', { path });
    if (after === null || before === after) {
      await afterwards?.();
      return { entry: null, files: [] };
    }
    const content = Buffer.from(after, 'latin1');
    const folders = await missingFolders(target);
    const change: Change = {
      path,
      target,
      shells: [],
      before: now && keptOf(now),
      after: sha256(content),
      splice: null,
      folders,
      undoes: null,
    };
    const at = system.now();
    const entry = entryId(at);
    const made: Entry = { version: 1, id: entry, at: at.toISOString(), kind: 'apply', changes: [change] };
    await writeEntry(system, made, [{ before: now?.content ?? null, after: content }]);
    await replaceFile(system, target, { now, content, folders, ...(mode !== undefined && { mode }) });
    await afterwards?.();
    return { entry, files: [{ path, change: now ? 'changed' : 'created' }] };
  });
}

async function bothTexts(path: string, edit: EditText) {
  const target = (await realPath(path)) ?? path;
  const now = await readFileNow(target);
  const before = now && now.content.toString('latin1');
  return { target, now, before, after: edit(before) };
}

function idOf(before: string | null, after: string | null): string {
  return sha256(JSON.stringify([before, after])).slice(0, 12);
}
