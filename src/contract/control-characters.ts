/**
 * Characters that steer what shows them: Unicode's control characters (U+0000 to U+001F, U+007F to U+009F), its line
 * and paragraph separators, and those that change the direction of text (its property Bidi_Control), which can make a
 * file name read as another.
 */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

export function hasControlCharacters(text: string): boolean {
  return text.search(control) >= 0;
}

/** Text from elsewhere as it may be shown: control characters stand as `\uFFFD`, but for those in `keep`. */
export function withoutControlCharacters(text: string, keep = ''): string {
  return text.replaceAll(control, (found) => (keep.includes(found) ? found : '\uFFFD'));
}
