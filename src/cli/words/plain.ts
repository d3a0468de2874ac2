import { withoutControlCharacters } from '#contract/control-characters';

/** Replaces control characters in text from elsewhere with `\uFFFD`, so that it cannot control the terminal. */
export function plain(text: string): string {
  return withoutControlCharacters(text, '\t');
}
