import '#contract/image-contents-failures';
import { useEffect, useRef, useState } from 'react';
import type { ImageReadProgress } from '#contract/image-calls';
import { isFailure } from '#contract/failure';
import { drain } from '#contract/streams';
import { client, orpc } from '#shared/client.ts';
import { refresh } from '#shared/queries.ts';

/** What to record: see `images.record`. */
export interface ReadingInput {
  source: string;
  project?: string;
  /** `linux/arm64`; that of this machine, else the only one, if undefined. */
  platform?: string;
}

/** The reading of an image that is recorded. */
export interface Reading {
  source: string;
  /** null until the first progress is reported. */
  progress: ImageReadProgress | null;
  cancelling: boolean;
}

/** Hook: reads and records an image, with its progress. It stops when the component goes away. */
export function useReading(onDone: (done: { id: string; already: boolean; source: string }) => void): {
  /** null: none runs. */
  reading: Reading | null;
  /** Why the last one failed; null: it did not. */
  error: unknown;
  start: (input: ReadingInput) => void;
  cancel: () => void;
} {
  const [reading, setReading] = useState<Reading | null>(null);
  const [error, setError] = useState<unknown>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run = async (input: ReadingInput, signal: AbortSignal) => {
    const done = await drain(client.images.record(input, { signal }), (progress) =>
      setReading((now) => now && { ...now, progress }),
    );
    await refresh(
      orpc.builds.key(),
      orpc.projects.key(),
      orpc.images.contents.key(),
      orpc.images.entries.key(),
    );
    onDone({ ...done, source: input.source });
  };

  return {
    reading,
    error,
    start: (input) => {
      const mine = new AbortController();
      controller.current = mine;
      setError(null);
      setReading({ source: input.source, progress: null, cancelling: false });
      run(input, mine.signal)
        .catch((thrown: unknown) => {
          if (!(mine.signal.aborted && isFailure(thrown, 'cancelled'))) setError(thrown);
        })
        .finally(() => setReading(null));
    },
    cancel: () => {
      setReading((now) => now && { ...now, cancelling: true });
      controller.current?.abort();
    },
  };
}
