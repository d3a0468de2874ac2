/** Unicode's control characters: U+0000 to U+001F, and U+007F to U+009F. */
const control = /\p{Cc}/u;

export function hasControlCharacters(text: string): boolean {
  return control.test(text);
}

/**
 * Text from elsewhere as it may be shown: control characters, which could control a terminal, are replaced with
 * `\uFFFD`, except for those in `keep`.
 */
export function withoutControlCharacters(text: string, keep = ''): string {
  return text.replaceAll(/\p{Cc}/gu, (found) => (keep.includes(found) ? found : '\uFFFD'));
}
