import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** What came back for one call, word for word. */
interface Heard {
  /** 200 when all went well. */
  status: number;
  /** The answer, or the error. */
  body: unknown;
  /** What a stream said: `message`s, then `done` or `error`. */
  events: { event: string; data: unknown }[];
}

/** Calls one procedure over the page's own port. */
export type Call = (path: string, input?: unknown, cancelAfter?: number) => Promise<Heard>;

const script = readFileSync(new URL('./page/own-port.js', import.meta.url), 'utf8');

/**
 * Gets the page a port of its own. A stream is heard to its end, or until `cancelAfter` of its events; then it is
 * cancelled, and whatever is said within the next half second is heard too.
 */
export async function openPort(page: Page): Promise<Call> {
  await page.evaluate(`${script}testOpen()`);
  return (path, input, cancelAfter) =>
    page.evaluate(
      (args) => (globalThis as unknown as { testCall(...args: unknown[]): Promise<Heard> }).testCall(...args),
      [path, input, cancelAfter],
    );
}
