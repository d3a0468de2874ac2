import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProxyTest } from '#contract/proxies';
import { drain } from '#contract/streams';
import { client } from '#shared/client.ts';

/** A value of GOPROXY to test. `value` undefined: the one in effect; null: Go's default. */
export interface ProxyCandidate {
  key: string;
  value: string | null | undefined;
}

export type ProxyTestState =
  | { state: 'running' }
  | { state: 'done'; test: ProxyTest }
  | { state: 'failed'; error: unknown };

/** Hook: tests values of GOPROXY side by side when `start` is called; leaving the page stops it. */
export function useProxyTests(dir: string | undefined): {
  tests: ReadonlyMap<string, ProxyTestState>;
  isRunning: boolean;
  start: (candidates: readonly ProxyCandidate[]) => void;
  stop: () => void;
} {
  const [tests, setTests] = useState<ReadonlyMap<string, ProxyTestState>>(new Map());
  const controller = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    controller.current?.abort();
    setTests((before) => new Map([...before].filter(([, { state }]) => state !== 'running')));
  }, []);
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    (candidates: readonly ProxyCandidate[]) => {
      if (dir === undefined) return;
      controller.current?.abort();
      const mine = new AbortController();
      controller.current = mine;
      const show = (key: string, next: ProxyTestState): void => {
        if (!mine.signal.aborted) setTests((before) => new Map(before).set(key, next));
      };
      setTests(new Map(candidates.map(({ key }) => [key, { state: 'running' }])));
      for (const { key, value } of candidates) {
        const input = { dir, ...(value !== undefined && { value }) };
        void drain(client.proxies.test(input, { signal: mine.signal })).then(
          (test) => show(key, { state: 'done', test }),
          (error: unknown) => show(key, { state: 'failed', error }),
        );
      }
    },
    [dir],
  );
  const isRunning = [...tests.values()].some(({ state }) => state === 'running');
  return { tests, isRunning, start, stop };
}
