/**
 * Splits typed text into arguments. Spaces separate arguments; single or double quotes keep them together, also in the
 * middle of a word (`-ldflags="-s -w"`); nothing else is special. An unclosed quote extends to the end. No shell is
 * involved.
 */
export function splitFlags(text: string): string[] {
  const args: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const char of text) {
    if (quote !== null) {
      if (char === quote) quote = null;
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) args.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) args.push(word);
  return args;
}

/** Joins flags into text that `splitFlags` splits again: `-trimpath -ldflags="-s -w"`. */
export function joinFlags(flags: readonly string[]): string {
  return flags.map(quoted).join(' ');
}

function quoted(flag: string): string {
  if (flag !== '' && !/[\s"']/.test(flag)) return flag;
  const mark = flag.includes('"') ? "'" : '"';
  // Quote only the value, as people do.
  const name = /^-[\w.-]+=/.exec(flag)?.[0] ?? '';
  return `${name}${mark}${flag.slice(name.length)}${mark}`;
}
