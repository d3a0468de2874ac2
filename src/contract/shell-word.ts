/** Quotes text as one word for a POSIX shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Quotes a path as one word for a POSIX shell, if it needs quotes. */
export function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : quoted(path);
}
