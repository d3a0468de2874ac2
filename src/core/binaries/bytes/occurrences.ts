import { type Bytes, Damaged } from './bytes.ts';

const stepBytes = 1024 * 1024;
/** Far more than any search in a real program finds; a file full of matches is hostile. */
const maxHits = 500_000;

/**
 * The offsets at which `pattern` occurs between `from` and `end`, ascending. The bytes are looked at in steps, so that a
 * large range takes little memory. Throws `Damaged` if it occurs unreasonably often.
 */
export function* occurrences(bytes: Bytes, pattern: Buffer, from: number, end: number): Generator<number> {
  let hits = 0;
  for (let start = from; start + pattern.length <= end; start += stepBytes) {
    const step = bytes.part(start, Math.min(end - start, stepBytes + pattern.length - 1)).buffer;
    for (let at = step.indexOf(pattern); at >= 0; at = step.indexOf(pattern, at + 1)) {
      if (++hits > maxHits) throw new Damaged('it repeats a mark of Go too often.');
      yield start + at;
    }
  }
}
