import { type FailureData, isFailureOfClass } from '#contract/failure';
import type { GoEnvironment } from '#contract/environment';
import type { Surprise } from '#contract/surprises';
import { listVariables } from '#core/environment';
import type { System } from '#core/system';
import { changeVariables } from './change-variables.ts';
import type { Check, Found, Scene } from './check.ts';
import { profileFindings } from './known-facts.ts';

const severities = { stops: 'error', wrong: 'warning', notice: 'info' } as const;

/** What about Go's variables is not as people expect: values that stop Go, lines that Go ignores, a foreign GOROOT. */
export const goVariables: Check = {
  name: 'go-variables',
  run: async (scene, signal) => {
    const [listed, lines] = await Promise.all([variablesOf(scene, signal), profileFindings(scene)]);
    const setsGoroot = lines.some(({ kind, severity }) => kind === 'goroot' && severity === 'warning');
    // The line of a profile that sets GOROOT is told with its fix.
    const isTold = ({ name, file }: Surprise) => name === 'GOROOT' && file === null && setsGoroot;
    return (listed?.surprises ?? []).filter((each) => !isTold(each)).map((each) => found(scene.system, each));
  },
};

/** null: no Go runs that could be asked, which another check tells. */
async function variablesOf({ system, dir }: Scene, signal: AbortSignal): Promise<GoEnvironment | null> {
  return listVariables(system, { dir }, signal).catch((error: unknown) => {
    if (isFailureOfClass(error, 'not-installed')) return null;
    throw error;
  });
}

function found(system: System, { name, severity, reason, file, line, fix }: Surprise): Found {
  const value = reason.params['value'] ?? reason.params['goroot'];
  return {
    about: JSON.stringify([reason.code, name, file, reason.params['value'] ?? null]),
    severity: severities[severity],
    reason: reason as FailureData,
    evidence: [
      { file, line, value: name === null ? '' : typeof value === 'string' ? `${name}=${value}` : name },
    ],
    fix: fix && changeVariables(system, fix.place, fix.changes),
  };
}
