/** At the end of a line that the next one continues: Docker's usual character, or that of Windows. */
const escape = /[\\`][ \t]*$/;
const commentOrBlank = /^\s*(?:#|$)/;

/** Divides lines of a Dockerfile into groups of those that continue each other, with the comments between them. */
export function continuedLines(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let isContinued = false;
  for (const line of lines) {
    if (isContinued) groups.at(-1)?.push(line);
    else groups.push([line]);
    // A comment between does not end what is continued.
    isContinued = escape.test(line) || (isContinued && commentOrBlank.test(line));
  }
  return groups;
}

/** A group as the builder reads it, in one line without comments. */
export function joinedLines([first = '', ...others]: readonly string[]): string {
  const parts = [first, ...others.filter((line) => !commentOrBlank.test(line))];
  return parts.map((line, at) => (at < parts.length - 1 ? line.replace(escape, '') : line)).join('');
}
