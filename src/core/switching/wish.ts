import type { Rule } from '#contract/switching';
import { firstWords, readVersion } from '#core/toolchains';

/** What one line of a file asks for. */
export interface Wish {
  rule: Rule;
  file: string;
  /** 1-based. */
  line: number;
  /** The words that stand there, without comment: `1.26`, `go 1.24.0`. */
  text: string;
  /** `pin`: this version and no other. `minimum`: this one or a newer, as go.mod means it. */
  strength: 'pin' | 'minimum';
  /** Go's word for the version; null when the words are none. */
  wanted: string | null;
  /** No patch is named (`1.26`): the newest patch is meant. */
  bare: boolean;
}

/**
 * What a version file (`.go-version`, the default) asks for: its first line that says something. A file that says
 * nothing, or may not be read (null), is a wish that cannot be read, never no wish: somebody put it there.
 */
export function wishOfVersionFile(content: string | null, file: string, rule: Rule): Wish {
  const { text, line } = firstWords(content ?? '');
  const version = readVersion(text);
  return {
    rule,
    file,
    line,
    text: shown(text),
    strength: 'pin',
    wanted: version?.wanted ?? null,
    bare: version?.bare ?? false,
  };
}

/** Control characters of a hostile project do not reach the terminal, nor do its novels. */
export function shown(text: string): string {
  if (/\p{Cc}/u.test(text)) return '?';
  return text.replace(/^(.{40}).+$/su, '$1…');
}
