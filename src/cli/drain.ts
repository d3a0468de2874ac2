/** Reads a stream to its end: passes each event to `onEvent` and returns the result. */
export async function drain<Event, Result>(
  stream: AsyncIterator<Event, Result>,
  onEvent: (event: Event) => void,
): Promise<Result> {
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value;
    onEvent(step.value);
  }
}
