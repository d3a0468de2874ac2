import { type Failure, isFailure } from '#contract/failure';
import type { ProfileEdit, ProfileNote, ShellName, ShellPlan } from '#contract/shell';
import { burrowPaths, type System } from '#core/system';
import { unifiedDiff } from './diff.ts';
import { blockFor, type Edit, editFor, type ProfileText, sha256, spliced } from './editing/index.ts';
import { type FileNow, inEffect, readFileNow, readJournal } from './journal/index.ts';
import { obstacle } from './obstacles.ts';
import { ownedElsewhere, repositoryOf } from './owned-elsewhere.ts';
import { type Profile, profilesOf, shellsHere } from './startup/index.ts';
import { writtenBlock } from './written-block.ts';

/** The edit of one profile, with what `apply` needs for it. */
export interface PlannedEdit {
  profile: Profile;
  /** null: there is no file. */
  now: FileNow | null;
  edit: Edit;
  /** The bytes afterwards, as Latin-1; null: nothing changes. */
  after: string | null;
}

/** A plan with its edits. */
export interface Planned {
  id: string;
  shells: ShellName[];
  edits: PlannedEdit[];
}

/**
 * What the profiles of these shells need; of those in use when none is given. To name a shell is to ask for its block
 * again, also where someone has deleted or changed it. Reads files, and starts zsh to ask for its folder.
 */
export async function planEdits(system: System, named?: readonly ShellName[]): Promise<Planned> {
  const shells = named ?? (await shellsHere(system)).filter(({ used }) => used).map(({ name }) => name);
  const paths = burrowPaths(system);
  const changes = inEffect(await readJournal(system));
  const profiles = await profilesOf(system, shells);
  const edits = await Promise.all(
    profiles.map(async (profile): Promise<PlannedEdit> => {
      const [shell = 'sh'] = profile.shells;
      const refused = (reason: Failure): PlannedEdit => ({
        profile,
        now: null,
        edit: { action: 'refused', reason },
        after: null,
      });
      if (profile.unplaced) return refused(profile.unplaced);
      let now: FileNow | null;
      try {
        now = await readFileNow(profile.target);
      } catch (error) {
        if (!isFailure(error)) throw error;
        return refused(error);
      }
      const text: ProfileText = {
        path: profile.path,
        text: now && now.content.toString('latin1'),
        block: blockFor(shell, system, paths),
        written: writtenBlock(changes, profile),
        syntax: shell === 'fish' ? 'fish' : 'sh',
      };
      const owner = await ownedElsewhere(system, profile);
      const edit: Edit = owner
        ? { action: 'refused', reason: owner }
        : editFor(text, { again: named !== undefined });
      const inTheWay = 'splice' in edit ? await obstacle(system, profile, now) : null;
      if (inTheWay) return refused(inTheWay);
      return { profile, now, edit, after: 'splice' in edit ? spliced(text.text ?? '', edit.splice) : null };
    }),
  );
  return { id: planId(shells, edits), shells: [...shells], edits };
}

/** Names the bytes before and after; the shells stand in it, so that `apply` needs nothing else. */
function planId(shells: readonly ShellName[], edits: readonly PlannedEdit[]): string {
  const facts = edits.map(({ profile, now, after }) => [
    profile.path,
    profile.target,
    now?.sha256 ?? null,
    after === null ? null : sha256(Buffer.from(after, 'latin1')),
  ]);
  return `${shells.join('+')}-${sha256(JSON.stringify(facts)).slice(0, 12)}`;
}

/** The shells that an id of a plan names; null: it is no such id. Pure. */
export function shellsOfPlan(id: string): ShellName[] | null {
  const [, names = ''] = /^((?:zsh|bash|fish|sh)(?:\+(?:zsh|bash|fish|sh))*)-[0-9a-f]{12}$/.exec(id) ?? [];
  return names === '' ? null : (names.split('+') as ShellName[]);
}

/** What `apply` would change, with a diff of each file. Changes nothing. */
export async function planShells(system: System, shells?: readonly ShellName[]): Promise<ShellPlan> {
  const planned = await planEdits(system, shells);
  const files = await Promise.all(planned.edits.map((each) => shown(system, each)));
  return { id: planned.id, shells: planned.shells, files };
}

async function shown(system: System, { profile, now, edit, after }: PlannedEdit): Promise<ProfileEdit> {
  const { path, target, shells, when } = profile;
  const repository = after === null ? null : await repositoryOf(system, profile);
  const notes: ProfileNote[] = [
    ...('notes' in edit ? edit.notes : []),
    ...(repository === null ? [] : [{ kind: 'in-repository' as const, repository }]),
  ];
  const reason = edit.action === 'refused' ? { code: edit.reason.code, params: edit.reason.params } : null;
  const diff = after === null ? '' : unifiedDiff(path, now && now.content.toString('latin1'), after);
  const block = Buffer.from(blockFor(shells[0] ?? 'sh', system, burrowPaths(system)), 'latin1').toString();
  return {
    path,
    target: target === path ? null : target,
    shells,
    when,
    action: edit.action,
    reason,
    notes,
    diff,
    block,
  };
}
