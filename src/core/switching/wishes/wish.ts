import { withoutControlCharacters } from '#contract/control-characters';
import type { UnreadableWhy } from '#contract/failure';
import type { Rule } from '#contract/switching';
import { type Lines, type Pin, readPin, wordsOf } from '#core/toolchains';

/** What one line of a file asks for; each word of a list of versions is a wish of its own. */
export interface Wish extends Place, Wanted {
  /** The words that stand there, without comment: `1.26`, `go 1.24.0`, `golang 1.22.5`. */
  text: string;
  /** It is a go.mod, and Go reads another file in its place, a go.work or a nearer go.mod, so it never decides. */
  replaced?: true;
}

/** Where a wish stands. */
export interface Place {
  rule: Rule;
  /** BURROW_GO for the variable of that name. */
  file: string;
  /** 1-based; null for a variable. */
  line: number | null;
}

/** What is wished for: what a pin asks for, or a `minimum`: this version or a newer one, as go.mod means it. */
export interface Wanted extends Omit<Pin, 'strength'> {
  strength: Pin['strength'] | 'minimum';
  /** Of a pin that cannot be read (`wanted` is null). */
  why?: UnreadableWhy;
}

/** A pin that cannot be read. */
export function unread(why: UnreadableWhy): Wanted {
  return { strength: 'pin', wanted: null, bare: false, why };
}

/** What is wished for at the line where a version file is cut. */
export function cutAt(rule: Rule, file: string, { lines }: Lines): Wish {
  return { rule, file, line: lines.length + 1, text: '', ...unread('long') };
}

/** What the word of a pin wishes for. `release`: see readPin. */
export function asWanted(word: string, options?: { release: boolean }): Wanted {
  const pin = readPin(word, options);
  if (pin.wanted !== null) return pin;
  return { ...pin, why: pin.image === undefined ? 'form' : 'image' };
}

/** The words of a list of versions as they count: `system` last, wherever it stands, as for asdf and mise. */
export function inOrder(words: readonly string[]): string[] {
  return words.toSorted((a, b) => Number(a === 'system') - Number(b === 'system'));
}

/**
 * What a project wrote, as it may be shown: its words with one blank between them, without control characters, and
 * only its first 40 characters.
 */
export function shown(text: string): string {
  const all = withoutControlCharacters(wordsOf(text).join(' '));
  const [first = ''] = /^.{0,40}/su.exec(all) ?? [];
  return first === all ? all : `${first}…`;
}
