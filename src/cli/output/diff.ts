import { plain } from '../words/plain.ts';
import { paint } from './paint.ts';

/** Characters of a line that are shown. */
const maxLength = 2000;

/** The lines of a unified diff in colour, without control characters, which files and their names may hold. */
export function diffLines(diff: string): string[] {
  return diff
    .trimEnd()
    .split('\n')
    .map((line) => {
      const shown = plain(line.length > maxLength ? `${line.slice(0, maxLength)}…` : line);
      if (/^(?:---|\+\+\+|@@)/.test(line)) return paint.faint(shown);
      if (line.startsWith('+')) return paint.good(shown);
      return line.startsWith('-') ? paint.bad(shown) : shown;
    });
}
