import type { Reason } from '#contract/said';
import { isFailure } from '#contract/failure';
import type { ProfileEdit, ShellChange } from '#contract/shell';
import { applyPlan, planShells, undoChanges } from '#core/profiles';
import { refreshShims } from '#core/switching';
import { loginShell } from '#core/system';
import { type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';
import { type Sight, shownSight } from '../starts.ts';

/** Burrow's folder first in PATH, in every new terminal. */
export const shellStep: Step<'shell'> = {
  async look(scene) {
    const { system, record } = scene;
    const [{ shells, profiles }, starts] = await Promise.all([scene.shells(), scene.starts()]);
    const problem =
      starts.length > 0
        ? whatIsWrong(starts)
        : words('setup.no-known-shell', { shell: await loginShell(system) });
    const isWritten = profiles.some(({ state }) => state !== 'absent' && state !== 'removed');
    return {
      id: 'shell',
      ...stateOf('shell', record, {
        done: problem === null,
        // Before there is a block in a profile, nothing is wrong: it is only not done yet.
        problem: isWritten || starts.length === 0 ? problem : null,
      }),
      undoable: profiles.some(({ state }) => state === 'ours' || state === 'outdated'),
      shells: shells.toSorted((a, b) => Number(b.login) - Number(a.login)),
      seen: starts.map(shownSight),
    };
  },
  async plan({ system }, choice) {
    const plan = await planShells(system, choice.shells);
    const edits = plan.files.filter(isEdit);
    const refused = plan.files.find(({ action }) => action === 'refused');
    if (edits.length === 0) return { ...nothingPlanned, obstacle: refused?.reason ?? null };
    const edited = words('setup.edits-profiles', { files: edits.map(({ path }) => path), done: false });
    const does = [edited, ...plan.files.flatMap(({ reason }) => (reason === null ? [] : [reason]))];
    return { ...nothingPlanned, does, files: edits.map(({ path, diff }) => ({ path, diff })) };
  },
  // oxlint-disable-next-line require-yield -- it is done at once
  async *run({ system }, choice) {
    const plan = await planShells(system, choice.shells);
    const notes: Reason[] = plan.files.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    const { entry, files } = await applyPlan(system, plan.id).catch(async (error: unknown) => {
      // Another set-up at the same time has made these edits.
      const isOutdated = isFailure(error, 'profile.plan-outdated');
      if (isOutdated && !(await planShells(system, choice.shells)).files.some(isEdit)) return nothingMade;
      throw error;
    });
    // What comes first in PATH from now on must be there.
    await refreshShims(system);
    if (entry === null) return { ...nothingDone, notes };
    const done = words('setup.edits-profiles', { files: files.map(({ path }) => path), done: true });
    return { changed: true, notes: [done, ...notes] };
  },
  async undo({ system }) {
    // Of these shells: so that lines that the user had turned off stay so.
    await undoChanges(system, { shells: ['zsh', 'bash', 'fish', 'sh'] });
  },
};

const nothingMade: ShellChange = { entry: null, files: [] };

function isEdit({ action }: ProfileEdit): boolean {
  return action !== 'none' && action !== 'refused';
}

/** The first start in which something else than Burrow's `go` comes first; null: all is well. Pure. */
export function whatIsWrong(starts: readonly Sight[]): Reason | null {
  for (const { shell, go, version, isShim, unknown } of starts) {
    if (unknown) return unknown;
    if (go === null) return words('setup.no-go-in-start', { shell });
    if (!isShim) return words('setup.other-go-first', { shell, go, version });
  }
  return null;
}
