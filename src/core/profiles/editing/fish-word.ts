import { fishQuoted } from '../managed/index.ts';

/** Quotes text as one word for fish, if it needs quotes. */
export function fishWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : fishQuoted(text);
}
