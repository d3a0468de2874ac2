/** Folders and variables whose values are known without running the shell. */
export type Known = ReadonlyMap<string, string>;

/**
 * A word as the shell reads it, without quotes, and with the variables that are known. null: only the shell knows it.
 * Pure.
 */
export function literal(word: string, known: Known): string | null {
  let value = '';
  let rest = word;
  const home = /^~(?=\/|$)/.exec(rest);
  if (home) {
    const folder = known.get('HOME');
    if (folder === undefined) return null;
    value = folder;
    rest = rest.slice(1);
  }
  let quote = '';
  for (let i = 0; i < rest.length; i++) {
    const char = rest[i] ?? '';
    if (quote === "'") {
      if (char === "'") quote = '';
      else value += char;
    } else if (char === '\\') value += rest[++i] ?? '';
    else if (char === '"') quote = quote === '' ? '"' : '';
    else if (char === "'" && quote === '') quote = "'";
    else if (char === '$') {
      const found = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest.slice(i, i + 200));
      const replaced = found ? known.get(found[1] ?? found[2] ?? '') : undefined;
      if (!found || replaced === undefined) return null;
      value += replaced;
      i += found[0].length - 1;
    } else if (quote === '' && /[*?[\](){}`<>|&;~]/.test(char)) return null;
    else if (char === '`') return null;
    else value += char;
  }
  return quote === '' ? value : null;
}
