/** The escapes of one character in `$'…'`. */
const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads what `systemctl show-environment` prints: `NAME=value` or `NAME=$'…'` on each line (systemctl(1)). Pure. */
export function readSystemdEnvironment(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    const value = line.slice(equals + 1);
    found.set(line.slice(0, equals), value.startsWith("$'") && value.endsWith("'") ? unquoted(value) : value);
  }
  return found;
}

function unquoted(value: string): string {
  return value
    .slice(2, -1)
    .replace(/\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|(.))/g, (_, hex?: string, octal?: string, one = '') => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return escapes[one] ?? one;
    });
}
