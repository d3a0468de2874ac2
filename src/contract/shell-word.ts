/** Any text as one word of a POSIX shell, in quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A path as a POSIX shell takes it as one word; as it is where it needs no quotes. */
export function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : quoted(path);
}
