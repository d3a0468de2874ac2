/**
 * Whether `*` in a pattern can stand for texts so that it is `text`. Not as a regular expression: one with many `.*` takes
 * for ever on a path that almost matches. Each part is looked for from where the one before it ended.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at + last.length <= text.length;
}
