import * as fc from 'fast-check';
import process from 'node:process';
import { expect } from 'vitest';
import { stressed } from './stress.ts';

const length = 40_000;
/** Of the processor, ms. Linear parsers take a few; quadratic ones take more than a second for so long a text. */
const limit = 500;

/**
 * Fails if a parser takes long for a text in which something is repeated. Texts consist of `words`, which should be what
 * the parser looks for, and of blanks. Returns how many texts were tried.
 */
export function expectLinearTime(parse: (text: string) => unknown, words: readonly string[]): number {
  const word = fc.constantFrom('', ' ', '\n', '\t', '\r\n', 'a', '0', '.', ...words);
  const repeated = fc.oneof(
    word,
    fc.array(word, { minLength: 2, maxLength: 3 }).map((each) => each.join('')),
  );
  let tried = 0;
  fc.assert(
    fc.property(word, repeated, word, word, (before, again, after, end) => {
      fc.pre(again !== '');
      const text = before + again.repeat(length / again.length) + after + end;
      // Another program may use the processor's caches: the least of three counts.
      const times = [1, 2, 3].map((attempt) => (attempt === 1 ? timeOf(parse, text) : Infinity));
      for (let attempt = 1; attempt < 3 && Math.min(...times) > limit; attempt++)
        times[attempt] = timeOf(parse, text);
      expect(Math.min(...times)).toBeLessThan(limit);
      tried += 1;
    }),
    { numRuns: stressed(60, 600), endOnFailure: true },
  );
  return tried;
}

function timeOf(parse: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  try {
    parse(text);
  } catch {
    // A failure is an answer, too.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
