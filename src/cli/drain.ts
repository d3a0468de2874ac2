/** Runs a stream to its end: every event to `onEvent`, the result back. */
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
