/** Replaces control characters in text from elsewhere with `\uFFFD`, so that it cannot control the terminal. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F]/g, '\uFFFD');
}

/**
 * Replaces control characters in lines for a terminal, which may contain file names from elsewhere. Only line ends,
 * tabs and colours are kept.
 */
export function forTerminal(lines: string): string {
  return lines.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /\u001B\[[\d;]*m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g,
    (found) => (found.length > 1 ? found : '\uFFFD'),
  );
}
