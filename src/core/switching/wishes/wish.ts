import type { Rule } from '#contract/switching';
import type { Pin } from '#core/toolchains';

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
}

/** The text without a byte order mark, by lines; of a file that may not be read (null), nothing. */
export function linesOf(content: string | null): string[] {
  return (content ?? '').replace(/^[ \t]*\uFEFF/, '').split('\n');
}

/** The words of a line: blanks, and the carriage return of a CRLF, lie between them. */
export function wordsOf(line: string): string[] {
  return line.split(/[ \t\r]+/).filter((word) => word !== '');
}

/** Control characters of a hostile project do not reach the terminal, nor do its novels. */
export function shown(text: string): string {
  if (/\p{Cc}/u.test(text)) return '?';
  return text.replace(/^(.{40}).+$/su, '$1…');
}
