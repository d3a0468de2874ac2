import { withoutControlCharacters } from '#contract/control-characters';
import type { UnreadableWhy } from '#contract/failure';
import type { Rule } from '#contract/switching';
import { type Lines, type Pin, readPin, wordsOf } from '#core/toolchains';

/** What one line of a file asks for; each version of a list is a separate wish. */
export interface Wish extends Place, Wanted {
  /** The words of that line, without the comment: `1.26`, `go 1.24.0`, `golang 1.22.5`. */
  text: string;
  /** It is in a go.mod that Go ignores in favour of a go.work or a nearer go.mod, so it never decides. */
  replaced?: true;
}

/** Where a wish comes from. */
export interface Place {
  rule: Rule;
  /** BURROW_GO for the variable of that name. */
  file: string;
  /** From 1; null for a variable. */
  line: number | null;
}

/** What is wanted: what a pin asks for, or, from go.mod, a `minimum`: this version or a newer one. */
export interface Wanted extends Omit<Pin, 'strength'> {
  strength: Pin['strength'] | 'minimum';
  /** Why the pin cannot be read (then `wanted` is null). */
  why?: UnreadableWhy;
}

/** A pin that cannot be read. */
export function unread(why: UnreadableWhy): Wanted {
  return { strength: 'pin', wanted: null, bare: false, why };
}

/** A wish for the first line of a version file that is too long, or too far down, to be read. */
export function cutAt(rule: Rule, file: string, { lines }: Lines): Wish {
  return { rule, file, line: lines.length + 1, text: '', ...unread('long') };
}

/** What the word of a pin asks for. `release`: see readPin. */
export function asWanted(word: string, options?: { release: boolean }): Wanted {
  const pin = readPin(word, options);
  if (pin.wanted !== null) return pin;
  return { ...pin, why: pin.image === undefined ? 'form' : 'image' };
}

/** The words of a list of versions in the order in which they count: `system` last, as for asdf and mise. */
export function inOrder(words: readonly string[]): string[] {
  return words.toSorted((a, b) => Number(a === 'system') - Number(b === 'system'));
}

/**
 * A text from a project as it may be shown: its words separated by single blanks, without control characters, and only
 * its first 40 characters.
 */
export function shown(text: string): string {
  const all = withoutControlCharacters(wordsOf(text).join(' '));
  const [first = ''] = /^.{0,40}/su.exec(all) ?? [];
  return first === all ? all : `${first}…`;
}
