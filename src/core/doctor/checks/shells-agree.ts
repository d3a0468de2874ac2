import type { Consistency, ShellStart, StartDifference } from '#contract/consistency';
import type { FailureData } from '#contract/failure';
import type { Finding } from '#contract/findings';
import { compareShells } from '#core/environment';
import type { Check, Found } from './check.ts';
import { profileFindings } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Whether every start of a shell in use, and an app, gets the same Go and the same variables of Go. */
export const shellsAgree: Check = {
  name: 'shells-agree',
  // A shell has 10 s to answer, and as long again to be traced.
  timeoutMs: 25_000,
  run: async (scene, signal) => {
    const [compared, lines] = await Promise.all([
      compareShells(scene.system, { dir: scene.dir }, signal),
      profileFindings(scene),
    ]);
    return foundIn(compared, lines);
  },
};

/** What is worth telling of a comparison; `lines`: those of profiles that are told already. Pure. */
export function foundIn({ shells, differences }: Consistency, lines: readonly Finding[]): Found[] {
  const told = differences.filter(({ at }) => !isTold(at, lines));
  return [...silent(shells), ...told.map(differs)];
}

function isTold(at: StartDifference['at'], lines: readonly Finding[]): boolean {
  return (
    at !== null &&
    lines.some(({ file, line, severity }) => severity === 'warning' && file === at.file && line === at.line)
  );
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
