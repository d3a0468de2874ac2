/** What somebody else wrote, so that it cannot steer the terminal: control characters stand as `\uFFFD`. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F]/g, '\uFFFD');
}

/**
 * Lines for a terminal, in which names of files may stand that somebody else chose: of all that could steer it, only
 * line ends, tabs and colours are left.
 */
export function forTerminal(lines: string): string {
  return lines.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /\u001B\[[\d;]*m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g,
    (found) => (found.length > 1 ? found : '\uFFFD'),
  );
}
