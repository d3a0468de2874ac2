import type { FailureData } from '#contract/failure';
import { isFailure } from '#contract/failure';
import { resolveGo } from '#core/switching';
import type { System } from '#core/system';
import { installedVersions } from '#core/toolchains';
import type { Check, Found, Scene } from './check.ts';
import { knownFolders } from './known-facts.ts';
import { typedVersion } from './typed-version.ts';

type Resolution = Awaited<ReturnType<typeof resolveGo>>;

/** Whether a Go runs in the home folder, in the folder that is examined, and in known projects. */
export const goSelection: Check = {
  name: 'go-selection',
  run: async (scene, signal) => {
    const { system, dir } = scene;
    const home = await resolved(system, system.home);
    const here = await resolved(system, dir);
    const known = (await knownFolders(scene, signal)).filter(
      (folder) => folder !== dir && folder !== system.home,
    );
    const projects = await Promise.all(known.map((folder) => resolved(system, folder)));
    const newest = await newestHere(scene);
    const all = [
      ...(home ? [problemIn(home, 'error', newest)] : []),
      ...(here ? [problemIn(here, 'error', newest)] : []),
      ...projects.map((each) => each && problemIn(each, 'warning', newest)),
    ].filter((each) => each !== null);
    // Where nothing is selected anywhere, that is one problem and not one a folder.
    const seen = new Set<string>();
    return all.filter(({ about }) => !seen.has(about) && seen.add(about));
  },
};

/** null: the folder is gone. */
async function resolved(system: System, folder: string): Promise<Resolution | null> {
  return resolveGo(system, folder).catch((error: unknown) => {
    if (isFailure(error, 'folder.not-found')) return null;
    throw error;
  });
}

function problemIn(
  { dir, problem, reason, switch: goSwitch }: Resolution,
  severity: 'error' | 'warning',
  newest: string | null,
): Found | null {
  if (problem === null) {
    const why = goSwitch?.how === 'fails' ? goSwitch.why : null;
    if (why === null) return null;
    const { file, line, text } = goSwitch?.setBy ?? { file: dir, line: null, text: '' };
    return {
      about: `${file} ${why.code}`,
      severity: 'warning',
      reason: why as FailureData,
      evidence: [{ file, line, value: text }],
      fix: null,
    };
  }
  const isNone = problem.code === 'switching.nothing-chosen';
  return {
    about: isNone ? problem.code : `${reason?.file ?? dir} ${problem.code}`,
    severity,
    reason: problem as FailureData,
    evidence: [{ file: reason?.file ?? dir, line: reason?.line ?? null, value: reason?.text ?? '' }],
    fix: commandFor(problem as FailureData, newest),
  };
}

function commandFor({ code, params }: FailureData, newest: string | null): Found['fix'] {
  if (code === 'switching.nothing-chosen') {
    const command = newest === null ? 'burrow install latest' : `burrow use ${typedVersion(newest)} --global`;
    return { kind: 'command', command };
  }
  const { wanted } = params;
  if (code !== 'toolchain.not-installed' || typeof wanted !== 'string') return null;
  return { kind: 'command', command: `burrow install ${wanted}` };
}

async function newestHere({ system }: Scene): Promise<string | null> {
  const [newest] = await installedVersions(system);
  return newest?.version ?? null;
}
