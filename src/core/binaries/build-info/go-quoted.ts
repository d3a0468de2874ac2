const simple: Record<string, number> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/**
 * Unquotes a string written by Go's `strconv.Quote`, or one in backquotes. Text that is not validly quoted is returned
 * unchanged.
 */
export function unquoteGo(text: string): string {
  if (/^`[^`]*`$/.test(text)) return text.slice(1, -1);
  if (!/^"(?:[^"\\]|\\(?:[abfnrtv\\"]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}))*"$/i.test(text)) return text;
  const pieces = text.slice(1, -1).match(/\\(?:x..|u.{4}|U.{8}|.)|[^\\]+/gs) ?? [];
  // `\x` is a single byte of UTF-8, so the bytes are joined before decoding.
  return Buffer.concat(pieces.map(pieceBytes)).toString('utf8');
}

function pieceBytes(piece: string): Buffer {
  const letter = piece[1] ?? '';
  if (piece[0] !== '\\') return Buffer.from(piece, 'utf8');
  if (letter === 'x') return Buffer.from([Number.parseInt(piece.slice(2), 16)]);
  if (letter === 'u' || letter === 'U') {
    const code = Number.parseInt(piece.slice(2), 16);
    return Buffer.from(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', 'utf8');
  }
  const control = simple[letter];
  return control === undefined ? Buffer.from(letter, 'utf8') : Buffer.from([control]);
}
