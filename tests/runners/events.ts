import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * What a reporter writes at once, so that nothing is lost if its runner is killed. `id` is unique within one run; names
 * need not be. A test file is started, and closed once all of its tests are counted.
 */
export type TestEvent =
  | { type: 'started'; id: string; name: string }
  | { type: 'passed'; id: string; name: string; ms: number }
  | { type: 'failed'; id: string; name: string; ms: number; reason: string }
  | { type: 'skipped'; id: string; name: string; reason: string }
  | { type: 'closed'; id: string }
  /** A line that begins with `stress: `: how many attacks or losses a test tried, and how they ended. */
  | { type: 'figure'; id: string; text: string };

/** The variable with the path of the file to which a reporter appends its events. */
export const eventsVariable = 'BURROW_TEST_EVENTS';

/** Appends an event; does nothing if that variable is not set. */
export function recordEvent(event: TestEvent): void {
  const file = process.env[eventsVariable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`);
}

/** Records the lines of a test's output that begin with `stress: `. `id`: what printed them. */
export function recordFigures(id: string, output: string): void {
  for (const [, text = ''] of output.matchAll(/^stress: (.*)$/gm)) recordEvent({ type: 'figure', id, text });
}

/** The events in a file; none if it is missing. A runner that was killed may leave half a line at the end. */
export async function readEvents(path: string): Promise<TestEvent[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as TestEvent);
}
