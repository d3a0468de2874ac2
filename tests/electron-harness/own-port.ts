import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** The exact reply to one call. */
interface Heard {
  /** 200 on success. */
  status: number;
  /** The result, or the error. */
  body: unknown;
  /** The events of a stream: `message`s, then `done` or `error`. */
  events: { event: string; data: unknown }[];
}

/** Calls one procedure over the page's own port. */
export type Call = (path: string, input?: unknown, cancelAfter?: number) => Promise<Heard>;

const script = readFileSync(new URL('./page/own-port.js', import.meta.url), 'utf8');

/**
 * Opens a port of the page. A stream is read to its end, or cancelled after `cancelAfter` events; the events of the next
 * half second are returned too.
 */
export async function openPort(page: Page): Promise<Call> {
  await page.evaluate(`${script}testOpen()`);
  return (path, input, cancelAfter) =>
    page.evaluate(
      (args) => (globalThis as unknown as { testCall(...args: unknown[]): Promise<Heard> }).testCall(...args),
      [path, input, cancelAfter],
    );
}
