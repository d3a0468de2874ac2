import { type EngineState, probeEngine } from '#core/images';
import type { Check, Found } from './check.ts';

/** ms for an engine to answer: it does so in some milliseconds, or hangs. */
const timeoutMs = 2000;

/** A container engine that is set up here and does not answer. Where none is, there is nothing to say. */
export const containerEngine: Check = {
  name: 'container-engine',
  run: async ({ system }) => engineProblems(await probeEngine(system, timeoutMs)),
};

/** Pure. */
export function engineProblems({ chosen, endpoints, problem }: EngineState): Found[] {
  if (problem === null) return [];
  return [
    {
      about: problem.code,
      // Most people have no engine running all the time; one that was chosen is expected to answer.
      severity: chosen ? 'warning' : 'info',
      reason: { code: problem.code, params: problem.params },
      evidence: endpoints.map((value) => ({ file: null, line: null, value })),
      fix: null,
    },
  ];
}
