import type { ShellName } from '#contract/shell';
import { isFailure } from '#contract/failure';
import { burrowPaths, type System } from '#core/system';
import { blockFor, stateOf } from './editing/index.ts';
import { type InEffect, readFileNow } from './journal/index.ts';
import { type Profile, profilesOf, shellsHere } from './startup/index.ts';

/**
 * Blocks as Burrow writes them that the journal knows nothing of, in the profiles of these shells, or of those in use:
 * profiles travel to other machines, and Burrow's home may have been deleted. In the form of changes, to be undone as
 * those are. `recorded`: the changes that the journal has in effect.
 */
export async function unrecorded(
  system: System,
  shells: readonly ShellName[] | undefined,
  recorded: readonly InEffect[],
): Promise<InEffect[]> {
  const names = shells ?? (await shellsHere(system)).filter(({ used }) => used).map(({ name }) => name);
  const found: InEffect[] = [];
  for (const profile of await profilesOf(system, names)) {
    const { path, target, unplaced } = profile;
    const isRecorded = recorded.some(({ change }) => change.path === path || change.target === target);
    if (unplaced || isRecorded) continue;
    if (await hasBlock(system, profile)) found.push(asChange(system, profile));
  }
  return found;
}

async function hasBlock(system: System, { path, target, shells: [shell = 'sh'] }: Profile): Promise<boolean> {
  const now = await readFileNow(target).catch((error: unknown) => {
    if (isFailure(error)) return null;
    throw error;
  });
  const text = now && now.content.toString('latin1');
  const block = blockFor(shell, system, burrowPaths(system));
  return stateOf({ path, text, block, written: null, syntax: 'sh' }).state === 'ours';
}

/** The change that inserted the block, as far as the file tells: what it was before is not known. */
function asChange(system: System, { path, target, shells }: Profile): InEffect {
  const block = blockFor(shells[0] ?? 'sh', system, burrowPaths(system));
  const splice = { at: 0, removed: '', inserted: `\n${block}` };
  const change = {
    path,
    target,
    shells,
    before: null,
    after: null,
    splice,
    off: [],
    folders: [],
    undoes: null,
  };
  const entry = { version: 1, id: '', at: '', kind: 'apply', changes: [change] } as const;
  return { entry: { ...entry, changes: [change] }, index: 0, change };
}
