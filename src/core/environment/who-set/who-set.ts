import type { WhoSet } from '#contract/environment';
import type { Shell } from '#contract/machine';
import { knownVariables } from '#contract/go-variables';
import { findShells, type System } from '#core/system';
import { freshEnvironment, type StartMode } from '../starting/index.ts';
import { readStartupFiles, setterInText } from './read-files.ts';
import { placerOf, setterOf, type Traced } from './traced.ts';
import { traceStart } from './trace-start.ts';

/**
 * Which lines of startup files set variables of the process environment: those named, or all that Go reads. Traces the
 * start of the login shell as a terminal starts it; on Linux, if that does not explain everything, also the login of the
 * session and a terminal within it. Where no start can be traced, the files are read. Failures: cancelled.
 */
export async function whoSet(
  system: System,
  { names }: { names?: readonly string[] | undefined },
  signal?: AbortSignal,
): Promise<WhoSet> {
  const { env, home } = system;
  const wanted = (names ?? goVariables(env)).filter((name) => name !== 'PATH');
  const set = wanted.filter((name) => env[name]);
  const folders = [...new Set((env['PATH'] ?? '').split(':').filter((folder) => folder !== ''))];
  const shell = (await findShells(system)).find(({ login }) => login);
  const name = shell?.name ?? shellNamed(env['SHELL']);
  const wantsPath = names?.includes('PATH') === true;
  const explains = ({ final }: Traced): boolean =>
    set.every((variable) => final.get(variable) === env[variable]) &&
    (!wantsPath || folders.every((folder) => final.get('PATH')?.split(':').includes(folder)));
  const traced = shell ? await startsOf(system, { shell, names: set, explains }, signal) : [];
  const unknown = shell ? (traced.find((start) => start.unknown !== null)?.unknown ?? null) : 'no-shell';
  const read = unknown !== null && name !== null ? await readStartupFiles(system, name) : [];
  return {
    variables: wanted.map((variable) => {
      const value = env[variable] ?? '';
      const start = traced.find(({ final }) => final.get(variable) === value);
      const setBy = start ? setterOf(start, variable, value) : null;
      const inText = setterInText(read, { name: variable, value, home, shell: name ?? '' });
      return { name: variable, setBy: value === '' ? null : (setBy ?? inText) };
    }),
    path: folders.map((folder) => {
      const start = traced.find(({ final }) => final.get('PATH')?.split(':').includes(folder));
      return { folder, setBy: start ? placerOf(start, folder) : null };
    }),
    shell: name,
    unknown,
  };
}

/** The starts that may have made this environment, the likeliest first. */
async function startsOf(
  system: System,
  {
    shell,
    names,
    explains,
  }: { shell: Shell; names: readonly string[]; explains: (start: Traced) => boolean },
  signal: AbortSignal | undefined,
): Promise<Traced[]> {
  const trace = (mode: StartMode, env: System['env']) =>
    traceStart(system, { shell, mode, names, env }, signal);
  const fresh = freshEnvironment(system);
  const terminal = await trace('login-interactive', fresh);
  if (explains(terminal) || terminal.unknown !== null || system.os === 'darwin') return [terminal];
  const session = await trace('login', fresh);
  const within = await trace('interactive', { ...fresh, ...Object.fromEntries(session.final) });
  return [terminal, joined(session, within)];
}

function shellNamed(path: string | undefined): Shell['name'] | null {
  const names: readonly Shell['name'][] = ['zsh', 'bash', 'fish', 'sh'];
  return names.find((name) => path?.endsWith(`/${name}`)) ?? null;
}

/** The variables of the environment that Go reads. */
function goVariables(env: System['env']): string[] {
  const known = new Set(knownVariables);
  return Object.keys(env)
    .filter((name) => env[name] && (known.has(name) || /^CGO_\w+$/.test(name)))
    .toSorted();
}

/** One start within another: the second begins with what the first ends with. Pure. */
function joined(first: Traced, second: Traced): Traced {
  const begun = new Set<string>();
  const changes = second.changes.filter(({ name }) => {
    const isBegin = !begun.has(name);
    begun.add(name);
    return !isBegin;
  });
  return {
    ...second,
    changes: [...first.changes, ...changes],
    unknown: first.unknown ?? second.unknown,
  };
}
