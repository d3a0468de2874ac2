/**
 * Splits a list of flags as Go does (cmd/internal/quoted.Split): at blanks, tabs and line ends, but not within quotes,
 * which begin a field and have no escapes. null where a quote does not end, as Go refuses it. Pure.
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
