import { join } from 'node:path';
import { failure } from '#contract/failure';
import type { ShellChange } from '#contract/shell';
import { isOwnHome, prepareHome, type System, withLock } from '#core/system';
import { sha256 } from './editing/index.ts';
import { type Change, clearTemporary, keptOf, missingFolders } from './journal/index.ts';
import { type MadeChange, makeChanges } from './make-changes.ts';
import { type PlannedEdit, planEdits, shellsOfPlan } from './plan.ts';
import { writeEnvFiles } from './write-env-files.ts';

/**
 * Makes the edits of a plan, all of them or none. Each file is replaced in one step, after the journal has what it was:
 * killed anywhere, `undo` gives back the exact bytes. Failures: profile.plan-unknown, profile.plan-outdated (a byte of
 * its files has changed since), profile.changed, file.no-permission, disk.full, home.unusable.
 */
export async function applyPlan(system: System, plan: string): Promise<ShellChange> {
  const named = shellsOfPlan(plan);
  if (!named) throw failure('profile.plan-unknown', { plan });
  // No home of root's is made in someone else's, where nothing is edited.
  if (!(await isOwnHome(system)) && (await currentPlan(system, plan, named)).every(isRefused))
    return { entry: null, files: [] };
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const planned = await currentPlan(system, plan, named);
    await writeEnvFiles(system);
    for (const { profile } of planned) await clearTemporary(profile.target);
    const edits = planned.filter((edit): edit is PlannedEdit & { after: string } => edit.after !== null);
    if (edits.length === 0) return { entry: null, files: [] };
    return makeChanges(system, await Promise.all(edits.map((edit) => changeFor(edit))));
  });
}

/** The plan again, as long as it still is what was shown: made for named shells, or for those in use. */
async function currentPlan(system: System, plan: string, named: Parameters<typeof planEdits>[1]) {
  for (const shells of [undefined, named]) {
    const { id, edits } = await planEdits(system, shells);
    if (id === plan) return edits;
  }
  throw failure('profile.plan-outdated', { plan });
}

function isRefused({ edit }: PlannedEdit): boolean {
  return edit.action === 'refused';
}

/** The change as the journal has it. */
async function changeFor({
  profile,
  now,
  edit,
  after,
}: PlannedEdit & { after: string }): Promise<MadeChange> {
  const bytes = Buffer.from(after, 'latin1');
  const change: Change = {
    path: profile.path,
    target: profile.target,
    shells: profile.shells,
    before: now && keptOf(now),
    after: sha256(bytes),
    splice: 'splice' in edit ? edit.splice : null,
    off: [],
    folders: await missingFolders(profile.target),
    undoes: null,
  };
  return { change, now, content: bytes };
}
