import { join } from 'node:path';
import { failure } from '#contract/failure';
import type { ShellChange } from '#contract/shell';
import { prepareHome, type System, withLock } from '#core/system';
import { sha256 } from './editing/index.ts';
import {
  type Change,
  clearTemporary,
  type Contents,
  entryId,
  keptOf,
  missingFolders,
  replaceFile,
  writeEntry,
} from './journal/index.ts';
import { type PlannedEdit, planEdits, shellsOfPlan } from './plan.ts';
import { writeEnvFiles } from './write-env-files.ts';

/**
 * Makes the edits of a plan. Each file is replaced in one step, after the journal has what it was: killed anywhere,
 * `undo` gives back the exact bytes. Failures: profile.plan-unknown, profile.plan-outdated (a byte of its files has
 * changed since), profile.changed, file.no-permission, disk.full, home.unusable.
 */
export async function applyPlan(system: System, plan: string): Promise<ShellChange> {
  const named = shellsOfPlan(plan);
  if (!named) throw failure('profile.plan-unknown', { plan });
  const { locks } = await prepareHome(system);
  return withLock(join(locks, 'profiles'), {}, async () => {
    const planned = await currentPlan(system, plan, named);
    await writeEnvFiles(system);
    for (const { profile } of planned) await clearTemporary(profile.target);
    const edits = planned.filter((edit): edit is PlannedEdit & { after: string } => edit.after !== null);
    if (edits.length === 0) return { entry: null, files: [] };
    const id = entryId(system.now());
    const made = await Promise.all(edits.map((edit) => changeFor(edit)));
    const changes = made.map(({ change }) => change);
    const contents = made.map((each) => each.contents);
    await writeEntry(
      system,
      { version: 1, id, at: system.now().toISOString(), kind: 'apply', changes },
      contents,
    );
    for (const [index, { profile, now, after }] of edits.entries()) {
      const content = Buffer.from(after, 'latin1');
      await replaceFile(system, profile.target, { now, content, folders: changes[index]?.folders ?? [] });
    }
    const files = edits.map(({ profile, now }) => ({
      path: profile.path,
      change: now ? ('changed' as const) : ('created' as const),
    }));
    return { entry: id, files };
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

/** The change as the journal has it. */
async function changeFor({
  profile,
  now,
  edit,
  after,
}: PlannedEdit & { after: string }): Promise<{ change: Change; contents: Contents }> {
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
  return { change, contents: { before: now?.content ?? null, after: bytes } };
}
