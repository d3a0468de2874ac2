import type { ProfileEntry, ProfileStatus, ShellStatus } from '#contract/shell';
import { isFailure } from '#contract/failure';
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
  { path, target, shells, when, exists }: Profile,
  changes: readonly InEffect[],
): Promise<ProfileStatus> {
  const [shell = 'sh'] = shells;
  // One that cannot be read has no block that Burrow knows of; the plan says why.
  const now = await readFileNow(target).catch((error: unknown) => {
    if (isFailure(error)) return null;
    throw error;
  });
  const { state, lines } = stateOf({
    path,
    text: text(now && now.content),
    block: blockFor(shell, system, burrowPaths(system)),
    written: writtenBlock(changes, target),
    syntax: shell === 'fish' ? 'fish' : 'sh',
  });
  return { path, target: target === path ? null : target, shells, when, exists, state, lines };
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
          entry.changes.map((change, index) => fileOf(system, entry, { change, index })),
        ),
        undoneBy: undone.get(entry.id) ?? null,
      })),
    ),
  };
}

function changeOf({ before, after }: Change): 'created' | 'changed' | 'deleted' | 'unchanged' {
  if (before === null) return after === null ? 'unchanged' : 'created';
  if (after === null) return 'deleted';
  return before.sha256 === after ? 'unchanged' : 'changed';
}

async function fileOf(
  system: System,
  entry: Entry,
  { change, index }: { change: Change; index: number },
): Promise<ProfileEntry['files'][number]> {
  const { before, after } = await readContents(system, entry, index);
  const diff = unifiedDiff(change.path, text(before), text(after));
  return { path: change.path, change: changeOf(change), diff, linesOff: change.off.length };
}

function text(bytes: Buffer | null): string | null {
  return bytes && bytes.toString('latin1');
}
