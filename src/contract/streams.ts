/** A generator, or what a client gives in its place. The type of its result is taken from `next` alone. */
interface Stream<Event, Result> {
  next(): Promise<IteratorResult<Event, Result>>;
  return?(...value: never[]): Promise<unknown>;
}

/**
 * Reads a stream to its end: `onEvent` gets every event, and is waited for; the result comes back. The stream is
 * closed when `onEvent` throws. Fails as the stream does.
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
    // Does nothing where the stream has ended by itself.
    await events.return?.();
  }
}

/**
 * The same work with other events: what `map` makes of each (null: nothing is said), and the result as it is. Closing
 * this generator closes `work` too.
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
    // Its own `finally` blocks take away what it has begun; where it has ended by itself, this does nothing.
    await work.return(undefined as never);
  }
}
