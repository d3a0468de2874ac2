import type { SetBy, WhoSet } from '#contract/environment';
import { knownVariables } from '#contract/go-variables';
import { findShells, type System } from '#core/system';
import { freshEnvironment, type StartMode } from '../starting/index.ts';
import { adderOf, setterOf, type Traced } from './traced.ts';
import { traceStart } from './trace-start.ts';

/**
 * Which lines of startup files set variables of the process environment: those named, or all that Go reads. Traces the
 * start of the login shell as a terminal starts it; on Linux, if that does not explain everything, the login of the
 * session and then a terminal within it. Failures: cancelled.
 */
export async function whoSet(
  system: System,
  { names }: { names?: readonly string[] | undefined },
  signal?: AbortSignal,
): Promise<WhoSet> {
  const wanted = (names ?? goVariables(system.env)).filter((name) => name !== 'PATH');
  const set = wanted.filter((name) => system.env[name]);
  const folders = [...new Set((system.env['PATH'] ?? '').split(':').filter((folder) => folder !== ''))];
  const shell = (await findShells(system)).find(({ login }) => login);
  const answer = (traced: readonly Traced[]): WhoSet => ({
    variables: wanted.map((name) => ({
      name,
      setBy: firstOf(traced, setterOf, name, system.env[name] ?? ''),
    })),
    path: folders.map((folder) => ({ folder, setBy: firstOf(traced, adderOf, folder) })),
    shell: shell?.name ?? null,
    unknown: shell ? (traced.find(({ unknown }) => unknown)?.unknown ?? null) : 'no-shell',
  });
  if (!shell) return answer([]);
  const trace = (mode: StartMode, env: System['env']) =>
    traceStart(system, { shell, mode, names: set, env }, signal);
  const fresh = freshEnvironment(system);
  const terminal = await trace('login-interactive', fresh);
  const first = answer([terminal]);
  const isComplete = first.variables.every(({ name, setBy }) => setBy || !set.includes(name));
  if (isComplete || terminal.unknown !== null || system.os === 'darwin') return first;
  const session = await trace('login', fresh);
  const within = await trace('interactive', { ...fresh, ...Object.fromEntries(session.final) });
  return answer([terminal, joined(session, within)]);
}

/** The variables of the environment that Go reads. */
function goVariables(env: System['env']): string[] {
  const known = new Set(knownVariables);
  return Object.keys(env)
    .filter((name) => env[name] && (known.has(name) || /^CGO_\w+$/.test(name)))
    .toSorted();
}

function firstOf<A extends unknown[]>(
  traced: readonly Traced[],
  ask: (traced: Traced, ...args: A) => SetBy | null,
  ...args: A
): SetBy | null {
  for (const each of traced) {
    const setBy = ask(each, ...args);
    if (setBy) return setBy;
  }
  return null;
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
