import { useEffect, useRef, useState } from 'react';
import { drain } from '#contract/streams';

/** Long work as a page shows it. */
export type Run<Event, Result> =
  | { state: 'idle' }
  | { state: 'stopped' }
  | { state: 'running'; events: readonly Event[] }
  | { state: 'done'; result: Result }
  | { state: 'failed'; error: unknown };

type Call<Input, Event, Result> = (
  input: Input,
  options: { signal: AbortSignal },
) => Promise<AsyncIterator<Event, Result>>;

/** Hook: runs long work of the host, one at a time; stops it when the component unmounts. */
export function useRun<Input, Event, Result>(call: Call<Input, Event, Result>) {
  const [run, setRun] = useState<Run<Event, Result>>({ state: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (input: Input): Promise<void> => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    const show = (next: Run<Event, Result>): void => {
      if (controller.current === mine) setRun(next);
    };
    let events: readonly Event[] = [];
    show({ state: 'running', events });
    try {
      const stream = await call(input, { signal: mine.signal });
      const result = await drain(stream, (event) => {
        events = [...events, event];
        show({ state: 'running', events });
      });
      show({ state: 'done', result });
    } catch (error) {
      show(mine.signal.aborted ? { state: 'stopped' } : { state: 'failed', error });
    }
  };

  return {
    run,
    start: (input: Input): void => void start(input),
    stop: () => controller.current?.abort(),
  };
}
