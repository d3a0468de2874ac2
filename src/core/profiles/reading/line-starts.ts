/** The lines of a text, by their offsets. Lines count from 1. */
export interface LineStarts {
  count: number;
  /** The line of an offset. */
  lineAt(at: number): number;
  /** Where a line begins. */
  startOf(line: number): number;
}

/** Finds the lines of a text once, to look up offsets in logarithmic time. */
export function lineStarts(text: string): LineStarts {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // What ends with a newline has no further line.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return {
    count: starts.length,
    startOf: (line) => starts[line - 1] ?? text.length,
    lineAt(at) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}
