/**
 * The lines (from 1) on which the entries of a list of tables begin, in their order. A parser of TOML says where its syntax is wrong, but
 * not where a value stands. Entries that are written as a list of inline tables are all on the line of the key.
 */
export function linesOfEntries(text: string, table: 'budget' | 'image'): number[] {
  const begins = new RegExp(`^\\s*\\[\\[\\s*(["']?)${table}\\1\\s*\\]\\]`);
  return text.split('\n').flatMap((line, n) => (begins.test(line) ? [n + 1] : []));
}

/** The line of a key or table, from line `from` (counted from 1) on; `from` itself where it cannot be found. */
export function lineOfKey(text: string, key: string, from: number): number {
  const lines = text.split('\n').slice(from - 1);
  const begins = (line: string) => line.replace(/^[\s["'{]+/, '').startsWith(key);
  const found = lines.findIndex((line) => begins(line) && /^["'\s]*[=.\]]/.test(rest(line, key)));
  return found < 0 ? from : from + found;
}

function rest(line: string, key: string): string {
  return line.slice(line.indexOf(key) + key.length);
}
