/** How much of a version file is read: bytes of one line, and of all lines up to the one that answers. */
export const maxBytes = { line: 1000, file: 64_000 } as const;

/** The lines of a version file, as far as they are read. */
export interface Lines {
  /** Without line ends. Carriage returns are blanks. */
  lines: string[];
  /** The line after these is too long, or too far down, to be read. */
  isCut: boolean;
}

/**
 * The lines of a version file as the shim reads them (`_burrow_read_line` in resources/shims/go.sh): a NUL byte counts
 * for nothing, a carriage return as a blank. A shell needs long for long lines, so both stop at `maxBytes`. What
 * follows the last line end is no line if it is empty. `isWhole`: the file ends here.
 */
export function linesOf(content: string | Uint8Array, isWhole = true): Lines {
  const bytes = withoutNul(Buffer.from(content));
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf('\n', start);
    const end = newline < 0 ? bytes.length : newline;
    const isIncomplete = newline < 0 && !isWhole;
    if (isIncomplete || end - start > maxBytes.line || end + 1 > maxBytes.file) return { lines, isCut: true };
    lines.push(bytes.toString('utf8', start, end).replaceAll('\r', ' '));
    start = end + 1;
  }
  return { lines, isCut: !isWhole };
}

/** The same bytes without NUL bytes. */
export function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.filter((byte) => byte !== 0)) : bytes;
}

/** The words of a line, between blanks. */
export function wordsOf(line: string): string[] {
  return line.split(/[ \t]+/).filter((word) => word !== '');
}

/** The lines of a version file without a byte order mark at its beginning. */
export function withoutMark([first, ...others]: readonly string[]): string[] {
  return first === undefined ? [] : [first.replace(/^[ \t\r]*\uFEFF/, ''), ...others];
}
