const quotes = `"'\``;

/** The quote directly before `index`, with its backslashes (at most three): `"`, `\"`; null if there is none. */
export function quoteBefore(text: string, index: number): string | null {
  if (index === 0 || !quotes.includes(text[index - 1] ?? ' ')) return null;
  let from = index - 1;
  while (from > 0 && index - from < 4 && text[from - 1] === '\\') from--;
  return text.slice(from, index);
}

/**
 * The end of the value that starts at `start`, as shells, Go's flags and JSON write it: to the closing quote if it, or
 * the `outer` quote around its whole assignment, is quoted, else to the next blank. A quote that is not closed ends at
 * the end of its line. `stops`: other characters that end a value without quotes.
 */
export function valueEnd(text: string, start: number, outer: string | null, stops = ''): number {
  let at = start;
  if (outer !== null) {
    if (!text.startsWith(outer, start)) return closing(text, start, outer);
    // `'TOKEN='abc`: the value begins after the quote.
    at += outer.length;
  }
  while (at < text.length) {
    const char = text[at] ?? '';
    if (/\s/.test(char) || stops.includes(char)) return at;
    const quote = quoteAt(text, at);
    if (quote !== null) {
      // A quote after a part of the value opens another part in a shell, or closes something that began before.
      const next = text[at + quote.length] ?? ' ';
      if (at > start && /[\s,;:)\]}\\"']/.test(next)) return at;
      const close = closing(text, at + quote.length, quote);
      at = Math.min(text.length, text.startsWith(quote, close) ? close + quote.length : close);
    } else {
      at += char === '\\' && /[^\n]/.test(text[at + 1] ?? '\n') ? 2 : 1;
    }
  }
  return text.length;
}

function quoteAt(text: string, at: number): string | null {
  let end = at;
  while (end - at < 3 && text[end] === '\\') end++;
  return end < text.length && quotes.includes(text[end] ?? ' ') ? text.slice(at, end + 1) : null;
}

/** The index of the next `quote` in this line, or of the line's end. */
function closing(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\n') return at;
    if (text.startsWith(quote, at)) return at;
    // Within a plain quote, a backslash keeps the next character from closing it.
    if (char === '\\' && quote.length === 1 && text[at + 1] !== '\n') at++;
  }
  return text.length;
}

/**
 * Replaces the values that follow the matches of `opening`, a global regular expression that ends where a value
 * starts. `end`: where the value ends; `start` itself if it is of no interest. `replace` gets the value with its quotes
 * and returns its new text, or null to leave it.
 */
export function replaceValues(
  text: string,
  opening: RegExp,
  end: (found: RegExpExecArray, start: number) => number,
  replace: (found: RegExpExecArray, value: string) => string | null,
): string {
  const search = new RegExp(opening);
  let result = '';
  let done = 0;
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const start = found.index + found[0].length;
    const valueAfter = text.slice(start, end(found, start));
    const replaced = valueAfter === '' ? null : replace(found, valueAfter);
    if (replaced === null) continue;
    result += text.slice(done, start) + replaced;
    done = start + valueAfter.length;
    search.lastIndex = done;
  }
  return result + text.slice(done);
}
