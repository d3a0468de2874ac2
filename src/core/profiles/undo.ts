import { join } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import type { ShellChange, ShellName } from '#contract/shell';
import { prepareHome, type System, withLock } from '#core/system';
import { sha256, type Splice } from './editing/index.ts';
import {
  type Change,
  type Contents,
  deleteFile,
  entryId,
  type FileNow,
  inEffect,
  type InEffect,
  keptOf,
  readContents,
  readFileNow,
  readJournal,
  replaceFile,
  writeEntry,
} from './journal/index.ts';

/** Which changes are undone: of one entry, of these shells; without either, all that are in effect. */
export interface Undo {
  entry?: string | undefined;
  shells?: readonly ShellName[] | undefined;
}

/** How one change is undone. */
export type UndoStep =
  /** The file is what Burrow left: its old bytes come back, with mode and times. */
  | { how: 'restore' }
  /** The file was created, and is deleted. */
  | { how: 'delete' }
  /** Other lines have changed since: Burrow's are taken out, and the others stay. */
  | { how: 'take-out'; content: string }
  /** It is already as it was, or the block is gone. */
  | { how: 'nothing' }
  /** Burrow's lines have been changed since. */
  | { how: 'refused'; reason: Failure };

/** Decides how a change is undone. `text`: the file as it is, as Latin-1; null: it is gone. Pure. */
export function undoStep(change: Change, text: string | null): UndoStep {
  const { path, before, after, splice } = change;
  if (text === null) return { how: 'nothing' };
  const now = sha256(Buffer.from(text, 'latin1'));
  if (now === before?.sha256) return { how: 'nothing' };
  if (now === after) return before ? { how: 'restore' } : { how: 'delete' };
  if (!splice) return { how: 'refused', reason: failure('profile.edited-since', { path }) };
  const left = takenOut(text, splice);
  if (left !== null) return { how: 'take-out', content: left };
  const isGone = !text.includes(splice.inserted.trim().split('\n', 1)[0] ?? '');
  if (isGone) return { how: 'nothing' };
  return { how: 'refused', reason: failure('profile.edited-since', { path }) };
}

/** The text without what was inserted; null: that is not there, or not once alone. */
function takenOut(text: string, { removed, inserted }: Splice): string | null {
  // An editor may have taken the blank lines around the block.
  for (const piece of [inserted, inserted.trimStart(), inserted.trim()]) {
    const at = text.indexOf(piece);
    if (at === -1) continue;
    if (text.includes(piece, at + 1)) return null;
    return text.slice(0, at) + removed + text.slice(at + piece.length);
  }
  return null;
}

/**
 * Undoes changes, newest first, and writes that into the journal as well. Failures: profile.entry-unknown,
 * profile.edited-since (Burrow's own lines have been changed; nothing is undone), profile.changed, file.no-permission,
 * disk.full, home.unusable.
 */
export async function undoChanges(system: System, { entry, shells }: Undo): Promise<ShellChange> {
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const entries = await readJournal(system);
    if (entry !== undefined && !entries.some(({ id, kind }) => id === entry && kind === 'apply')) {
      throw failure('profile.entry-unknown', { entry });
    }
    const wanted = inEffect(entries).filter(
      (each) =>
        (entry === undefined || each.entry.id === entry) &&
        (!shells || each.change.shells.some((name) => shells.some((shell) => shell === name))),
    );
    await refuseAny(wanted);
    const files: ShellChange['files'] = [];
    let last: string | null = null;
    // One after the other: of two changes of one file, the older one finds what the newer one left.
    for (const each of wanted) {
      const { id, change } = await undoOne(system, each);
      last = id;
      files.push({ path: each.change.path, change });
    }
    return { entry: last, files };
  });
}

/** Fails before anything is undone, if one of the changes cannot be. */
async function refuseAny(wanted: readonly InEffect[]): Promise<void> {
  const seen = new Set<string>();
  for (const { change } of wanted) {
    if (seen.has(change.target)) continue;
    seen.add(change.target);
    const now = await readFileNow(change.target);
    const step = undoStep(change, now && now.content.toString('latin1'));
    if (step.how === 'refused') throw step.reason;
  }
}

async function undoOne(
  system: System,
  { entry, index, change }: InEffect,
): Promise<{ id: string; change: ShellChange['files'][number]['change'] }> {
  const { target } = change;
  const now = await readFileNow(target);
  const step = undoStep(change, now && now.content.toString('latin1'));
  if (step.how === 'refused') throw step.reason;
  const old = await readContents(system, entry, index);
  const content = step.how === 'take-out' ? Buffer.from(step.content, 'latin1') : old.before;
  const id = entryId(system.now());
  const made: Change = {
    ...change,
    before: now && keptOf(now),
    after: step.how === 'delete' || content === null ? null : sha256(content),
    splice: null,
    folders: [],
    undoes: { entry: entry.id, change: index },
  };
  const contents: Contents = { before: now?.content ?? null, after: made.after === null ? null : content };
  const at = system.now().toISOString();
  if (step.how === 'nothing' || now === null) {
    const same = { ...made, after: now?.sha256 ?? null };
    await writeEntry(system, { version: 1, id, at, kind: 'undo', changes: [same] }, [
      { before: contents.before, after: contents.before },
    ]);
    return { id, change: 'unchanged' };
  }
  // The entry comes after the file: killed between them, the next undo finds the file as it was, and says so here.
  await perform(system, { step, change, now, content });
  await writeEntry(system, { version: 1, id, at, kind: 'undo', changes: [made] }, [contents]);
  return { id, change: step.how === 'delete' ? 'deleted' : step.how === 'restore' ? 'restored' : 'changed' };
}

async function perform(
  system: System,
  { step, change, now, content }: { step: UndoStep; change: Change; now: FileNow; content: Buffer | null },
): Promise<void> {
  if (step.how === 'delete' || content === null) await deleteFile(change.target, now, change.folders);
  else {
    const kept = step.how === 'restore' && change.before ? { kept: change.before } : {};
    await replaceFile(system, change.target, { now, content, ...kept });
  }
}
