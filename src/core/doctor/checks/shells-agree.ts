import type { Consistency, ShellStart, StartDifference } from '#contract/consistency';
import type { FailureData } from '#contract/failure';
import type { Finding } from '#contract/findings';
import { burrowPaths } from '#core/system';
import type { Check, Found } from './check.ts';
import { knownShells, knownStarts, profileFindings, startsTimeoutMs } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Whether every start of a shell in use, and an app, gets the same Go and the same variables of Go. */
export const shellsAgree: Check = {
  name: 'shells-agree',
  timeoutMs: startsTimeoutMs,
  run: async (scene, signal) => {
    const [compared, lines, status] = await Promise.all([
      knownStarts(scene, signal),
      profileFindings(scene, signal),
      knownShells(scene, signal),
    ]);
    const notSetUp = status.profiles.filter(({ state }) => state !== 'ours').flatMap(({ shells }) => shells);
    return foundIn(compared, { lines, notSetUp, shims: burrowPaths(scene.system).shims });
  },
};

/** What other checks tell. */
interface Told {
  /** Lines of profiles. */
  lines: readonly Finding[];
  /** The shells in whose profiles Burrow's lines are missing. */
  notSetUp: readonly string[];
  /** Burrow's folder for PATH. */
  shims: string;
}

/** What is worth telling of a comparison, without what other checks tell. Pure. */
export function foundIn({ shells, differences }: Consistency, told: Told): Found[] {
  return [...silent(shells), ...differences.filter((each) => !isTold(each, told)).map(differs)];
}

function isTold(difference: StartDifference, { lines, notSetUp, shims }: Told): boolean {
  const { at, starts } = difference;
  const warned = lines.filter(({ severity }) => severity === 'warning');
  if (at !== null) return warned.some(({ file, line }) => file === at.file && line === at.line);
  if (difference.kind === 'variable') return false;
  const { cause, folder } = difference;
  if (cause === 'alias' || cause === 'function') {
    return warned.some(({ kind, subject }) => kind === `go-${cause}` && subject === 'go');
  }
  // Without Burrow's lines, there is no Go of Burrow's.
  const lacksLines = starts.every(({ shell }) => notSetUp.some((name) => name === shell));
  return cause === 'missing' && folder === shims && lacksLines;
}

/** Shells in use that gave no answer, each once: its modes mostly have one reason. */
function silent(shells: readonly ShellStart[]): Found[] {
  const byShell = Map.groupBy(
    shells.filter(({ unknown, used, path }) => unknown !== undefined && used && path !== null),
    ({ path }) => path ?? '',
  );
  return [...byShell].map(([path, starts]) => ({
    about: path,
    severity: 'warning',
    reason: starts[0]?.unknown as FailureData,
    evidence: [{ file: path, line: null, value: starts.map(({ mode }) => mode).join(', ') }],
    fix: null,
  }));
}

function differs(difference: StartDifference): Found {
  const { kind, starts, at, usualAt, found, usual } = difference;
  const name = kind === 'go' ? 'go' : difference.name;
  const who = starts.map(({ shell, mode }) => `${shell ?? ''} ${mode}`).join(', ');
  const shown = (value: typeof found) =>
    typeof value === 'object' ? (value?.version ?? value?.go ?? '') : value;
  const place = at ?? usualAt;
  return {
    about: JSON.stringify([name, starts, shown(found), shown(usual), at]),
    // Another Go surprises; another variable may be meant.
    severity: kind === 'go' ? 'warning' : 'info',
    reason: reasonOf('doctor.starts-differ', { difference }),
    evidence: [
      {
        file: place?.file ?? null,
        line: place?.line ?? null,
        value: `${who}: ${name}=${shown(found) ?? ''}`,
      },
    ],
    fix: null,
  };
}
