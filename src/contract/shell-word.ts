/** A path as a POSIX shell takes it as one word; as it is where it needs no quotes. */
export function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
