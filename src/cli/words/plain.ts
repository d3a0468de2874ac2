import { withoutControlCharacters } from '#contract/control-characters';

/** Replaces control characters in text from elsewhere with `\uFFFD`, so that it cannot control the terminal. */
export function plain(text: string): string {
  return withoutControlCharacters(text, '\t');
}

/**
 * Replaces control characters in lines for a terminal, which may contain file names from elsewhere. Only line ends,
 * tabs and colours are kept.
 */
export function forTerminal(lines: string): string {
  // oxlint-disable-next-line no-control-regex
  const pieces = lines.split(/(\u001B\[[\d;]*m)/);
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : withoutControlCharacters(piece, '\n\t'))).join('');
}
