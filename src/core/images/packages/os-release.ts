/**
 * What a distribution calls itself in /etc/os-release (freedesktop.org, os-release(5)): its PRETTY_NAME, else its NAME and
 * version, else its ID; null: the file names none.
 */
export function parseOsRelease(text: string): string | null {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Z_]+)=(.*)$/.exec(line) ?? [];
    // As in a shell, the last assignment holds.
    if (name !== undefined && value !== undefined) values.set(name, unquoted(value.trim()));
  }
  const version = values.get('VERSION_ID');
  const short = values.get('NAME') || values.get('ID');
  return values.get('PRETTY_NAME') || (short && [short, version].filter(Boolean).join(' ')) || null;
}

/** Values are words of a shell, in which backslashes are rare. */
function unquoted(value: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)|'([^']*))/.exec(value) ?? [];
  return double?.replaceAll(/\\(["$`\\])/g, '$1') ?? single ?? value;
}
