import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#shared/client.ts';
import { drain } from '#contract/streams';
import type { Toolchain } from '#contract/toolchains';
import type { SmokeStep } from '#contract/upkeep';

/** The state of a smoke test, with the steps that have ended so far. */
export type SmokeTestState = { steps: readonly SmokeStep[] } & (
  | { state: 'running' }
  | { state: 'done'; passed: boolean }
  | { state: 'failed'; error: unknown }
);

/** Hook: runs a smoke test of a toolchain while `active` is true, and stops it when it becomes false. */
export function useSmokeTest(
  { version, os, arch }: Pick<Toolchain, 'version' | 'os' | 'arch'>,
  active: boolean,
): { current: SmokeTestState; start: () => void } {
  const [current, setCurrent] = useState<SmokeTestState>({ state: 'running', steps: [] });
  const controller = useRef<AbortController | null>(null);

  const start = useCallback(() => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    let steps: readonly SmokeStep[] = [];
    const show = (next: SmokeTestState): void => {
      if (!mine.signal.aborted) setCurrent(next);
    };
    const run = async (): Promise<void> => {
      const events = await client.upkeep.smoke({ version, os, arch }, { signal: mine.signal });
      const { results } = await drain(events, (step) => {
        steps = [...steps, step];
        show({ state: 'running', steps });
      });
      const [result] = results;
      if (result) show({ state: 'done', steps: result.steps, passed: result.passed });
    };
    show({ state: 'running', steps });
    run().catch((error: unknown) => show({ state: 'failed', steps, error }));
  }, [version, os, arch]);

  useEffect(() => {
    if (active) start();
    return () => controller.current?.abort();
  }, [active, start]);

  return { current, start };
}
