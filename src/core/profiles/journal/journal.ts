import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import {
  burrowPaths,
  errorCode,
  fileFailure,
  makeFolder,
  readForeign,
  readTextIfThere,
  refuseForeignFolder,
  type System,
  syncFolder,
  writeFileAtomic,
} from '#core/system';
import { sha256 } from '../editing/index.ts';
import { type Change, type Entry, entry as entrySchema } from './entry.ts';

/** The bytes of each changed file before and after; null: there was no file, or there is none any more. */
export interface Contents {
  before: Buffer | null;
  after: Buffer | null;
}

/** The folder of the journal: one folder an entry, named by its time. */
function journalFolder(system: System): string {
  return join(burrowPaths(system).backups, 'profiles');
}

/**
 * The entries, oldest first. One that cannot be read is left out. Failures: file.no-permission, home.unusable (others
 * can write to it, and so could say what `undo` writes).
 */
export async function readJournal(system: System): Promise<Entry[]> {
  const folder = journalFolder(system);
  await refuseForeignFolder(system, folder);
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw fileFailure(error, folder);
  });
  // The names are times.
  const sorted = names.toSorted((a, b) => (a < b ? -1 : 1));
  const entries = await Promise.all(sorted.map((name) => readEntry(folder, name)));
  return entries.filter((each) => each !== null);
}

async function readEntry(folder: string, name: string): Promise<Entry | null> {
  const text = await readTextIfThere(join(folder, name, 'entry.json')).catch(() => null);
  const parsed = entrySchema.safeParse(text === null ? null : jsonOf(text));
  return parsed.success && parsed.data.id === name ? parsed.data : null;
}

/**
 * Writes an entry with the contents of its files, for their owner alone (0600), so that they are on the disk before a
 * profile is touched. The entry itself comes last: without it, the folder counts for nothing.
 */
export async function writeEntry(system: System, made: Entry, contents: readonly Contents[]): Promise<void> {
  const folder = join(journalFolder(system), made.id);
  await makeFolder(folder);
  for (const [index, { before, after }] of contents.entries()) {
    if (before) await writeFileAtomic(join(folder, `${index}.before`), before, { mode: 0o600 });
    if (after) await writeFileAtomic(join(folder, `${index}.after`), after, { mode: 0o600 });
  }
  const text = `${JSON.stringify(made, null, 2)}\n`;
  await writeFileAtomic(join(folder, 'entry.json'), text, { mode: 0o600 });
  await syncFolder(journalFolder(system));
}

/**
 * The bytes of a change, as they were. Failures: profile.backup-damaged (they are not the bytes that were kept).
 */
export async function readContents(system: System, entry: Entry, index: number): Promise<Contents> {
  const { before = null, after = null } = entry.changes[index] ?? {};
  return {
    before: before && (await readBefore(system, entry, index)),
    after: after === null ? null : await readKept(system, entry, { name: `${index}.after`, sum: after }),
  };
}

/** The bytes before a change alone. Failures: profile.backup-damaged. */
export async function readBefore(system: System, entry: Entry, index: number): Promise<Buffer> {
  const sum = entry.changes[index]?.before?.sha256 ?? '';
  return readKept(system, entry, { name: `${index}.before`, sum });
}

async function readKept(
  system: System,
  { id }: Entry,
  { name, sum }: { name: string; sum: string },
): Promise<Buffer> {
  const path = join(journalFolder(system), id, name);
  const bytes = await readForeign(path).catch(() => null);
  if (bytes === null || sha256(bytes) !== sum) throw failure('profile.backup-damaged', { path, entry: id });
  return bytes;
}

/** Takes out an entry whose changes did not come about. */
export async function removeEntry(system: System, id: string): Promise<void> {
  await rm(join(journalFolder(system), id), { recursive: true, force: true });
}

/** A name that sorts by time and is not taken: `20261129T060217123Z-1f2e`. */
export function entryId(now: Date): string {
  const time = now.toISOString().replace(/[-:.]/g, '');
  return `${time}-${crypto.randomUUID().slice(0, 4)}`;
}

/** A change that is in effect: applied, and not undone. */
export interface InEffect {
  entry: Entry;
  /** Its place in the entry. */
  index: number;
  change: Change;
}

/** The changes in effect, newest first. Pure. */
export function inEffect(entries: readonly Entry[]): InEffect[] {
  const undone = new Set(
    entries.flatMap(({ changes }) =>
      changes.flatMap(({ undoes }) => (undoes ? [`${undoes.entry} ${undoes.change}`] : [])),
    ),
  );
  return entries
    .filter(({ kind }) => kind === 'apply')
    .flatMap((each) => each.changes.map((change, index) => ({ entry: each, index, change })))
    .filter(({ entry, index }) => !undone.has(`${entry.id} ${index}`))
    .toReversed();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
