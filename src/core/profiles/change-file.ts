import { join } from 'node:path';
import type { ShellChange } from '#contract/shell';
import { failure } from '#contract/failure';
import { prepareHome, realPath, type System, withLock } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { offLines, sha256 } from './editing/index.ts';
import { type Change, keptOf, missingFolders, readFileNow } from './journal/index.ts';
import { type MadeChange, makeChanges } from './make-changes.ts';
import { obstacle } from './obstacles.ts';

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

/** An edit that was shown: of this file, under this id. */
export type ShownChange = Pick<FileChange, 'path' | 'id'> & { edit: EditText };

/** What may be said about a change of files. */
interface Options {
  /** Of new files; by default 0644. */
  mode?: number;
  /** Brings up to date what is made from the files, also where they are as wanted; no other change comes between. */
  afterwards?: () => Promise<void>;
}

/**
 * Makes edits that were shown, all of them or none, with one entry in the journal, by which they can be undone.
 * Failures: environment.file-changed (the bytes are others than those shown), profile.not-replaceable,
 * profile.no-folder, file.no-permission, disk.full, home.unusable.
 */
export async function changeFiles(
  system: System,
  shown: readonly ShownChange[],
  { mode, afterwards }: Options = {},
): Promise<ShellChange> {
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const made = await Promise.all(shown.map((each) => changeOf(system, each)));
    const changed = made.flatMap((each) => (each === null ? [] : [each]));
    if (changed.length === 0) {
      await afterwards?.();
      return { entry: null, files: [] };
    }
    const change = await makeChanges(system, changed, mode === undefined ? {} : { mode });
    await afterwards?.();
    return change;
  });
}

/** As `changeFiles`, of one file. */
export async function changeFile(
  system: System,
  { path, id }: Pick<FileChange, 'path' | 'id'>,
  edit: EditText,
  options?: Options,
): Promise<ShellChange> {
  return changeFiles(system, [{ path, id, edit }], options);
}

/** A change with the bytes it is made of; null: nothing changes. */
async function changeOf(system: System, { path, id, edit }: ShownChange): Promise<MadeChange | null> {
  const { now, target, before, after } = await bothTexts(path, edit);
  if (idOf(before, after) !== id) throw failure('environment.file-changed', { path });
  if (after === null || before === after) return null;
  const inTheWay = now && (await obstacle(system, { path, target }, now));
  if (inTheWay) throw inTheWay;
  const content = Buffer.from(after, 'latin1');
  const change: Change = {
    path,
    target,
    shells: [],
    before: now && keptOf(now),
    after: sha256(content),
    splice: null,
    off: before === null ? [] : offLines(before, after),
    folders: await missingFolders(target),
    undoes: null,
  };
  return { change, now, content };
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
