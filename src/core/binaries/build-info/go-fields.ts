/**
 * Splits a list of flags like Go (cmd/internal/quoted.Split): at spaces, tabs and newlines, but not within quotes,
 * which begin a field and have no escapes. null if a quote is not closed, which Go refuses. Pure.
 */
export function goFields(text: string): string[] | null {
  const fields: string[] = [];
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[ \t\n\r]+/, '');
    if (rest === '') return fields;
    const [whole, double, single, plain] =
      /^(?:"([^"]*)"|'([^']*)'|([^"' \t\n\r][^ \t\n\r]*))/.exec(rest) ?? [];
    if (whole === undefined) return null;
    fields.push(double ?? single ?? plain ?? '');
    rest = rest.slice(whole.length);
  }
}
