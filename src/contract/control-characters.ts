/**
 * Unicode's control characters (U+0000 to U+001F, U+007F to U+009F), which can control a terminal; its line and
 * paragraph separators; and the characters that change the direction of text, with which a file name can look like
 * another.
 */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

export function hasControlCharacters(text: string): boolean {
  return text.search(control) >= 0;
}

/** Text from elsewhere as it may be shown: control characters are replaced with `\uFFFD`, except for those in `keep`. */
export function withoutControlCharacters(text: string, keep = ''): string {
  return replaceControlCharacters(text, (found) => (keep.includes(found) ? found : '\uFFFD'));
}

export function replaceControlCharacters(text: string, replacement: (found: string) => string): string {
  return text.replaceAll(control, replacement);
}
