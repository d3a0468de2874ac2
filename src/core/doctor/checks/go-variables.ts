import type { FailureData } from '#contract/failure';
import type { Surprise } from '#contract/surprises';
import type { System } from '#core/system';
import { changeVariables } from './change-variables.ts';
import type { Check, Found } from './check.ts';
import { goEnvironment, profileFindings } from './known-facts.ts';

const severities = { stops: 'error', wrong: 'warning', notice: 'info' } as const;

/** What about Go's variables is not as people expect: values that stop Go, lines that Go ignores, a foreign GOROOT. */
export const goVariables: Check = {
  name: 'go-variables',
  run: async (scene, signal) => {
    const [listed, lines] = await Promise.all([goEnvironment(scene, signal), profileFindings(scene, signal)]);
    const setsGoroot = lines.some(({ kind, severity }) => kind === 'goroot' && severity === 'warning');
    // The line of a profile that sets GOROOT is told with its fix.
    const isTold = ({ name, file }: Surprise) => name === 'GOROOT' && file === null && setsGoroot;
    return (listed?.surprises ?? []).filter((each) => !isTold(each)).map((each) => found(scene.system, each));
  },
};

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
