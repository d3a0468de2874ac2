import type { Reason } from '#contract/said';
import { isFailure } from '#contract/failure';
import { currentGo } from '#core/switching';
import { helloIn } from '../hello.ts';
import { changeRecord } from '../record.ts';
import { type Scene, type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';
import { appSight, type Sight, shownSight } from '../starts.ts';
import { whatIsWrong } from './shell.ts';
import { usableHere } from './toolchain.ts';

/** A new login shell that runs Go, and a program that it built. */
export const seenStep: Step<'seen'> = {
  async look(scene) {
    const { system, record, signal } = scene;
    const [sight, app] = await Promise.all([loginStart(scene), appSight(system, signal)]);
    const { worked } = record;
    const isSame = worked !== null && worked.shell === sight?.shell && worked.version === sight.version;
    const isReady = sight !== null && sight.isShim && !sight.selectsNone;
    return {
      id: 'seen',
      ...stateOf('seen', record, {
        done: isReady && isSame,
        problem: isReady || sight === null ? null : await problemOf(scene, sight),
      }),
      undoable: false,
      shell: sight && shownSight(sight),
      app,
      goVersion: isSame ? worked.goVersion : null,
      variables: isSame ? worked.variables : {},
      hello: isSame ? { output: worked.output, ms: worked.ms } : null,
      seenAt: isSame ? worked.at : null,
    };
  },
  async plan(scene) {
    const sight = await loginStart(scene);
    if (sight === null) return nothingPlanned;
    return { ...nothingPlanned, does: [words('setup.starts-shell', { shell: sight.shell })] };
  },
  async *run(scene) {
    const { system, signal } = scene;
    const sight = await loginStart(scene);
    if (sight === null) return nothingDone;
    const { shell, path, version } = sight;
    const problem = sight.isShim && !sight.selectsNone ? null : await problemOf(scene, sight);
    if (problem) return { changed: false, notes: [problem] };
    yield { kind: 'doing' as const, step: 'seen' as const, what: words('setup.starts-shell', { shell }) };
    const hello = await helloIn(system, { shell, path }, signal);
    if (isFailure(hello)) throw hello;
    const at = system.now().toISOString();
    const worked = { at, shell, version: version ?? '', ...hello };
    await changeRecord(system, (now) => ({ ...now, worked }));
    const { goVersion, output, ms } = hello;
    return { changed: false, notes: [words('setup.works', { shell, version: goVersion, output, ms })] };
  },
  undo: async () => {},
};

/** How a new terminal with the login shell starts; null: it cannot be started, or is not known. */
async function loginStart({ starts }: Scene): Promise<Sight | null> {
  return (await starts()).find(({ login }) => login) ?? null;
}

/** Why no Go of Burrow's runs there; null: there is none yet. */
async function problemOf({ system }: Scene, sight: Sight): Promise<Reason | null> {
  if ((await usableHere(system)).length === 0) return null;
  if (!sight.selectsNone) return whatIsWrong([sight]);
  const there = { ...system, env: sight.env ?? system.env };
  return (await currentGo(there, system.home)).problem;
}
