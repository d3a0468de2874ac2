import type { RunStep } from '#contract/build-runs';

/** The steps after one of them has begun at `at`, which ends the one before. Pure. */
export function withStep(steps: readonly RunStep[], name: RunStep['name'], at: Date): RunStep[] {
  if (steps.at(-1)?.name === name) return [...steps];
  return [...finished(steps, at), { name, startedAt: at.toISOString(), durationMs: null }];
}

/** The steps after the last one has ended at `at`. Pure. */
export function finished(steps: readonly RunStep[], at: Date): RunStep[] {
  return steps.map((step) =>
    step.durationMs === null ? { ...step, durationMs: at.getTime() - Date.parse(step.startedAt) } : step,
  );
}
