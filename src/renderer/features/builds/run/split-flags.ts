/**
 * Splits what a person typed into arguments, as Go splits GOFLAGS-like text: spaces separate, single or double
 * quotes keep together (also in the middle of a word: `-ldflags="-s -w"`), nothing else is special. An open quote
 * runs to the end. No shell ever sees it.
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

/** Writes flags so that `splitFlags` and Go read them back: `-trimpath -ldflags="-s -w"`. */
export function joinFlags(flags: readonly string[]): string {
  return flags.map(quoted).join(' ');
}

function quoted(flag: string): string {
  if (flag !== '' && !/[\s"']/.test(flag)) return flag;
  const mark = flag.includes('"') ? "'" : '"';
  // As people write it: the name outside, the value inside the quotes.
  const name = /^-[\w.-]+=/.exec(flag)?.[0] ?? '';
  return `${name}${mark}${flag.slice(name.length)}${mark}`;
}
