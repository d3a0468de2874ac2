import type { ProfileEntry, ProfileStatus, ShellStatus } from '#contract/shell';
import { type Failure, isFailure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { blockFor, stateOf } from './editing/index.ts';
import {
  type Change,
  type Entry,
  type InEffect,
  inEffect,
  readContents,
  readFileNow,
  readJournal,
} from './journal/index.ts';
import { otherShells } from './other-shells.ts';
import { type Profile, profilesOf, shellsHere } from './startup/index.ts';
import { writtenBlock } from './written-block.ts';

/** Which shells are here, and how the profiles of those in use are. Changes nothing. */
export async function shellStatus(system: System): Promise<ShellStatus> {
  const shells = await shellsHere(system);
  const inUse = shells.filter(({ used }) => used).map(({ name }) => name);
  const changes = inEffect(await readJournal(system));
  const profiles = await Promise.all(
    (await profilesOf(system, inUse)).map((profile) => statusOf(system, profile, changes)),
  );
  return { shells, profiles, others: await otherShells(system) };
}

async function statusOf(
  system: System,
  { path, target, shells, when, exists, unplaced }: Profile,
  changes: readonly InEffect[],
): Promise<ProfileStatus> {
  const [shell = 'sh'] = shells;
  const now = unplaced ?? (await readFileNow(target).catch(failureOf));
  const about = { path, target: target === path ? null : target, shells, when, exists };
  if (isFailure(now)) return { ...about, state: 'unreadable', lines: [] };
  const { state, lines } = stateOf({
    path,
    text: text(now && now.content),
    block: blockFor(shell, system, burrowPaths(system)),
    written: writtenBlock(changes, { path, target }),
    syntax: shell === 'fish' ? 'fish' : 'sh',
  });
  return { ...about, state, lines };
}

function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error;
  throw error;
}

/** The edits of profiles so far, newest first, each with its diff; secrets masked. */
export async function profileJournal(system: System): Promise<{ entries: ProfileEntry[] }> {
  const entries = await readJournal(system);
  const undone = new Map<string, string>();
  const active = new Set(inEffect(entries).map(({ entry }) => entry.id));
  for (const { id, changes } of entries) {
    for (const { undoes } of changes) if (undoes && !active.has(undoes.entry)) undone.set(undoes.entry, id);
  }
  return {
    entries: await Promise.all(
      entries.toReversed().map(async (entry) => ({
        id: entry.id,
        at: entry.at,
        kind: entry.kind,
        files: await Promise.all(
          entry.changes.map((change, index) =>
            fileOf(system, entry, { change, index, why: reasonOf(change, entries) }),
          ),
        ),
        undoneBy: undone.get(entry.id) ?? null,
      })),
    ),
  };
}

type FileEntry = ProfileEntry['files'][number];

/** An undo has the reason of what it undid; one of which the journal knew nothing was of a block. */
function reasonOf({ splice, off, undoes, shells }: Change, entries: readonly Entry[]): FileEntry['why'] {
  const undone = undoes && entries.find(({ id }) => id === undoes.entry)?.changes[undoes.change];
  if (undone) return reasonOf({ ...undone, undoes: null }, entries);
  if (off.length > 0) return 'lines';
  return splice || shells.length > 0 ? 'block' : 'variables';
}

function changeOf({ before, after }: Change): 'created' | 'changed' | 'deleted' | 'unchanged' {
  if (before === null) return after === null ? 'unchanged' : 'created';
  if (after === null) return 'deleted';
  return before.sha256 === after ? 'unchanged' : 'changed';
}

async function fileOf(
  system: System,
  entry: Entry,
  { change, index, why }: { change: Change; index: number; why: FileEntry['why'] },
): Promise<FileEntry> {
  const contents = await readContents(system, entry, index).catch((error: unknown) => {
    // What was kept is damaged; the other entries are not.
    if (isFailure(error, 'profile.backup-damaged')) return null;
    throw error;
  });
  const diff = contents ? unifiedDiff(change.path, text(contents.before), text(contents.after)) : '';
  return { path: change.path, change: changeOf(change), why, diff };
}

function text(bytes: Buffer | null): string | null {
  return bytes && bytes.toString('latin1');
}
