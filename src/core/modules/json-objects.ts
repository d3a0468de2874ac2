/**
 * The objects that `go list -json` prints one after the other. Go indents them, so only their own braces are the first
 * character of a line. Throws a SyntaxError for other text. Pure.
 */
export function jsonObjects(text: string): unknown[] {
  return text
    .split(/\r?\n(?=\{)/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => JSON.parse(piece) as unknown);
}
