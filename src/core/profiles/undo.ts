import { join } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import type { ShellChange, ShellName } from '#contract/shell';
import { burrowPaths, isOwnHome, prepareHome, realPath, type System, withLock } from '#core/system';
import { sha256, type Splice, spliced, uncommented } from './editing/index.ts';
import {
  type Change,
  clearTemporary,
  type Contents,
  deleteFile,
  entryId,
  inEffect,
  type InEffect,
  keptOf,
  readBefore,
  readFileNow,
  removeEmpty,
  readJournal,
  replaceFile,
  writeEntry,
} from './journal/index.ts';
import { managedFile } from './managed/index.ts';
import { unrecorded } from './unrecorded.ts';
import { writeEnvFiles } from './write-env-files.ts';

/**
 * Which changes are undone: of one entry, of one file, of these shells; without any of them, those of all profiles that
 * are in effect, and blocks that the journal knows nothing of.
 */
export interface Undo {
  entry?: string | undefined;
  path?: string | undefined;
  shells?: readonly ShellName[] | undefined;
}

/** How one change is undone. */
export type UndoStep =
  /** The file is what Burrow left: its old bytes come back, with mode and times. */
  | { how: 'restore' }
  /** The file was created, and is deleted. */
  | { how: 'delete' }
  /** Other lines have changed since: Burrow's are taken out, or those it turned off back in; the others stay. */
  | { how: 'take-out'; content: string }
  /** It is already as it was, or the block is gone. */
  | { how: 'nothing' }
  /** Burrow's lines have been changed since. */
  | { how: 'refused'; reason: Failure };

/** Decides how a change is undone. `text`: the file as it is, as Latin-1; null: it is gone. Pure. */
export function undoStep(change: Change, text: string | null): UndoStep {
  const { path, before, after, splice, off } = change;
  if (text === null) return { how: 'nothing' };
  const now = sha256(Buffer.from(text, 'latin1'));
  if (now === before?.sha256) return { how: 'nothing' };
  if (now === after) return before ? { how: 'restore' } : { how: 'delete' };
  if (off.length > 0) {
    const back = uncommented(text, off);
    if ('text' in back) return { how: 'take-out', content: back.text };
    if (back.missing === 'all') return { how: 'nothing' };
  }
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
    if (at === -1 || endsLineBefore(text, at, piece)) continue;
    if (text.includes(piece, at + 1)) return null;
    return text.slice(0, at) + removed + text.slice(at + piece.length);
  }
  return null;
}

/** Whether the newline that a piece begins with is the end of the line before it, the blank line being gone. */
function endsLineBefore(text: string, at: number, piece: string): boolean {
  return /^\n[^\n]/.test(piece) && at > 0 && text[at - 1] !== '\n';
}

/**
 * Undoes changes, newest first, and writes that into the journal as well. Failures: profile.entry-unknown,
 * profile.entry-is-undo, profile.edited-since (Burrow's own lines have been changed), profile.later-change (another change builds on it),
 * profile.backup-damaged, with nothing undone; profile.changed, file.no-permission, disk.full, home.unusable.
 */
export async function undoChanges(system: System, { entry, path: file, shells }: Undo): Promise<ShellChange> {
  // No home is made for nothing, such as one of root's in someone else's home.
  if (
    !(await isOwnHome(system)) &&
    (entry !== undefined || (await unrecorded(system, shells, [])).length === 0)
  ) {
    if (entry === undefined) return { entry: null, files: [] };
    throw failure('profile.entry-unknown', { entry });
  }
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const entries = await readJournal(system);
    const named = entries.find(({ id }) => id === entry);
    if (entry !== undefined && !named) throw failure('profile.entry-unknown', { entry });
    if (entry !== undefined && named?.kind === 'undo') throw failure('profile.entry-is-undo', { entry });
    const active = await Promise.all(inEffect(entries).map(followed));
    const others = entry === undefined ? await unrecorded(system, shells, active) : [];
    const recorded = active.filter(
      (each) =>
        // Without an entry or a file, profiles are meant, with the lines that were commented out, and not Go's file.
        (entry === undefined
          ? file !== undefined || each.change.shells.length > 0 || each.change.off.length > 0
          : each.entry.id === entry) &&
        (!shells || each.change.shells.some((name) => shells.some((shell) => shell === name))),
    );
    const wanted = [...recorded, ...others].filter(
      ({ change }) => file === undefined || change.path === file,
    );
    await refuseAny(system, wanted, active);
    for (const { change } of wanted) await clearTemporary(change.target);
    if (wanted.length === 0) return { entry: null, files: [] };
    const undone: Undone[] = [];
    // One after the other: of two changes of one file, the older one finds what the newer one left. The entry comes
    // last: after a kill, the next undo finds these files as they were.
    for (const each of wanted) undone.push(await undoOne(system, each));
    const managed = managedFile(burrowPaths(system));
    if (wanted.some(({ change }) => change.path === managed)) await writeEnvFiles(system);
    const now = system.now();
    const id = entryId(now);
    const changes = undone.map(({ change }) => change);
    const at = now.toISOString();
    const made = { version: 1, id, at, kind: 'undo', changes } as const;
    await writeEntry(
      system,
      made,
      undone.map(({ contents }) => contents),
    );
    return { entry: id, files: undone.map(({ change: { path }, done }) => ({ path, change: done })) };
  });
}

/** The change, with the place of its file by now: someone may have moved it, with a link to it or instead of a link. */
export async function followed(each: InEffect): Promise<InEffect> {
  const { path, target } = each.change;
  const now = (await realPath(target)) ?? (await realPath(path)) ?? target;
  return { ...each, change: { ...each.change, target: now } };
}

/** Fails before anything is undone, if one of the changes cannot be. `active`: all that are in effect, newest first. */
async function refuseAny(
  system: System,
  wanted: readonly InEffect[],
  active: readonly InEffect[],
): Promise<void> {
  const texts = new Map<string, string | null>();
  for (const each of wanted) {
    const { target, path } = each.change;
    const now = texts.has(target) ? null : await readFileNow(target);
    const text = texts.get(target) ?? (now && now.content.toString('latin1'));
    const step = undoStep(each.change, text);
    if (step.how === 'refused') {
      const newer = active.slice(0, active.indexOf(each));
      const later = newer.find((other) => other.change.target === target && !wanted.includes(other));
      if (!later) throw step.reason;
      throw failure('profile.later-change', { path, entry: each.entry.id, later: later.entry.id });
    }
    if (step.how === 'restore') texts.set(target, (await oldBytes(system, each, text)).toString('latin1'));
    else texts.set(target, step.how === 'take-out' ? step.content : step.how === 'delete' ? null : text);
  }
}

/**
 * The bytes that a change replaced in a file that is as the change left it: without the lines that it inserted, or as
 * they are kept beside the journal. Failures: profile.backup-damaged.
 */
export async function oldBytes(
  system: System,
  { entry, index, change: { before, splice } }: InEffect,
  text: string | null,
): Promise<Buffer> {
  if (splice && text !== null) {
    const { at, removed, inserted } = splice;
    const bytes = Buffer.from(spliced(text, { at, removed: inserted, inserted: removed }), 'latin1');
    if (sha256(bytes) === before?.sha256) return bytes;
  }
  return readBefore(system, entry, index);
}

/** What became of one change. */
interface Undone {
  /** As the journal has it. */
  change: Change;
  contents: Contents;
  done: ShellChange['files'][number]['change'];
}

async function undoOne(system: System, each: InEffect): Promise<Undone> {
  const { entry, index, change } = each;
  const now = await readFileNow(change.target);
  const step = undoStep(change, now && now.content.toString('latin1'));
  if (step.how === 'refused') throw step.reason;
  const made = { ...change, before: now && keptOf(now), splice: null, off: [], folders: [] };
  const undoes = entry.id === '' ? null : { entry: entry.id, change: index };
  if (step.how === 'nothing' || now === null) {
    // A kill may have left the folders without the file.
    if (now === null && change.before === null) await removeEmpty(change.folders);
    const same = now?.content ?? null;
    const contents = { before: same, after: same };
    return { change: { ...made, after: now?.sha256 ?? null, undoes }, contents, done: 'unchanged' };
  }
  const old = step.how === 'restore' ? await oldBytes(system, each, now.content.toString('latin1')) : null;
  const after = step.how === 'take-out' ? Buffer.from(step.content, 'latin1') : old;
  if (after === null) {
    await deleteFile(change.target, now);
    await removeEmpty(change.folders);
  } else {
    const kept = step.how === 'restore' && change.before ? { kept: change.before } : {};
    await replaceFile(system, change.target, { now, content: after, ...kept });
  }
  return {
    change: { ...made, after: after && sha256(after), undoes },
    contents: { before: now.content, after },
    done: after === null ? 'deleted' : step.how === 'restore' ? 'restored' : 'changed',
  };
}
