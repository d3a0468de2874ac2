import { withoutControlCharacters } from './control-characters.ts';

/**
 * A text from elsewhere as code in Markdown that shows it as it is. Whatever could be structure, a link or the end of a
 * cell is written as a character reference, which never is
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references); GitHub looks for no mentions in code.
 */
export function markdownCode(text: string): string {
  if (text === '') return '';
  const shown = withoutControlCharacters(text).replaceAll(
    /[^\p{L}\p{N} ,/=-]/gu,
    (found) => `&#${found.codePointAt(0)};`,
  );
  return `<code>${shown}</code>`;
}

/**
 * A sentence with names from elsewhere in it, as plain text in Markdown: what could be structure, a link, a mention or a
 * sign by name (`:tada:`) is written as a character reference. All else stays readable in the source.
 */
export function markdownText(text: string): string {
  return withoutControlCharacters(text).replaceAll(
    /[\\`*_[\]<>#|~@&$!]|:(?! )|(?<=\bwww)\./giu,
    (found) => `&#${found.codePointAt(0)};`,
  );
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table; its cells are Markdown in one line. `right`: the columns of numbers. */
export function markdownTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rules = titles.map((_, at) => (right.includes(at) ? '---:' : '---'));
  return [line(titles), line(rules), ...rows.map(line)].join('\n');
}
