import type { Host } from '../host.ts';
import { plain } from '../words/plain.ts';
import { cells } from './table.ts';

/** Cuts a line to the width of the terminal: a wrapped line could not be overwritten. */
function fitted(line: string, columns: number): string {
  let fits = line;
  while (cells(fits) >= columns) fits = fits.slice(0, -1);
  return fits;
}

/**
 * Shows on stderr how far work is: on a terminal in one line that is overwritten; otherwise a new line when `step` is another
 * one.
 */
export function progressOnOneLine(host: Pick<Host, 'remark'>): {
  update: (line: string, step: string) => void;
  end: () => void;
} {
  const live = process.stderr.isTTY;
  let before: string | undefined;
  return {
    update(line, step) {
      // A terminal that does not know its width says 0, into which nothing fits.
      if (live) process.stderr.write(`\r\u001b[K${fitted(plain(line), process.stderr.columns || 80)}`);
      else if (step !== before) host.remark(line);
      before = step;
    },
    end() {
      if (live && before !== undefined) process.stderr.write('\r\u001b[K');
    },
  };
}
