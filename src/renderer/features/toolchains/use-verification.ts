import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#shared/client.ts';
import { refreshToolchains } from '#shared/installs/index.ts';
import type { InstallProgress } from '#contract/install-progress';
import { drain } from '#contract/streams';
import type { Toolchain } from '#contract/toolchains';
import type { Verification } from '#contract/upkeep';

/** The state of a verification. */
export type VerificationState =
  | { state: 'running'; progress: InstallProgress | null }
  | { state: 'done'; verification: Verification }
  | { state: 'failed'; error: unknown };

/**
 * Hook: verifies a toolchain while `active` is true, and stops when it becomes false. `start(true)` verifies and repairs
 * it.
 */
export function useVerification(
  { version, os, arch }: Pick<Toolchain, 'version' | 'os' | 'arch'>,
  active: boolean,
): { current: VerificationState; start: (repair: boolean) => void } {
  const [current, setCurrent] = useState<VerificationState>({ state: 'running', progress: null });
  const controller = useRef<AbortController | null>(null);

  const start = useCallback(
    (repair: boolean) => {
      controller.current?.abort();
      const mine = new AbortController();
      controller.current = mine;
      const show = (next: VerificationState): void => {
        if (!mine.signal.aborted) setCurrent(next);
      };
      const run = async (): Promise<void> => {
        const events = await client.upkeep.verify({ version, os, arch, repair }, { signal: mine.signal });
        const { verifications } = await drain(events, (progress) => show({ state: 'running', progress }));
        const [verification] = verifications;
        if (verification) show({ state: 'done', verification });
        if (repair) await refreshToolchains();
      };
      show({ state: 'running', progress: null });
      run().catch((error: unknown) => show({ state: 'failed', error }));
    },
    [version, os, arch],
  );

  useEffect(() => {
    if (active) start(false);
    return () => controller.current?.abort();
  }, [active, start]);

  return { current, start };
}
