// The few requests of man(7) that the manual page needs; groff and mandoc know them.

/** Text as itself. Pure. */
export function plainText(text: string): string {
  // A dash is one that can be copied, and a line that begins with a dot or a quote is no request.
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&');
}

/** An argument of a request, which may have blanks. Pure. */
export function argument(text: string): string {
  return `"${plainText(text).replaceAll('"', '\\(dq')}"`;
}

/** A term in bold, with what it means indented below it. Pure. */
export function item(term: string, meaning: string): string {
  return `.TP\n.B ${argument(term)}\n${plainText(meaning)}`;
}

/** Pure. */
export function section(title: string, ...lines: readonly string[]): string {
  return [`.SH ${argument(title)}`, ...lines].join('\n');
}
