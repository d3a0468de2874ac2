/** A generator, or a client's equivalent. The type of its result is inferred from `next` alone. */
interface Stream<Event, Result> {
  next(): Promise<IteratorResult<Event, Result>>;
  return?(...value: never[]): Promise<unknown>;
}

/**
 * Reads a stream to its end and returns its result. `onEvent` is called with every event and awaited; the stream is
 * closed when it throws. Failures: those of the stream.
 */
export async function drain<Event, Result>(
  stream: Stream<Event, Result> | PromiseLike<Stream<Event, Result>>,
  onEvent: (event: Event) => unknown = () => {},
): Promise<Result> {
  const events = await stream;
  try {
    for (;;) {
      const step = await events.next();
      if (step.done) return step.value;
      await onEvent(step.value);
    }
  } finally {
    // Does nothing when the stream has already ended.
    await events.return?.();
  }
}

/**
 * Maps the events of `work` with `map`, which returns null to skip one; the result is unchanged. Closing this generator
 * closes `work` too.
 */
export async function* mapProgress<From, To, Result>(
  work: AsyncGenerator<From, Result>,
  map: (event: From) => To | null | Promise<To | null>,
): AsyncGenerator<To, Result> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      const event = await map(step.value);
      if (event !== null) yield event;
    }
  } finally {
    // Runs the `finally` blocks of `work`; does nothing when it has already ended.
    await work.return(undefined as never);
  }
}
