import type { Rule } from '#contract/switching';
import { parseVersion } from '#core/toolchains';

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

/** A version as it was written. */
export interface WrittenVersion {
  wanted: string;
  bare: boolean;
}

// Narrower than parseVersion by what a shell without fork cannot do: words other than these, and long numbers.
const written = /^(?:go|v)?\d{1,4}\.\d{1,4}(?:\.\d{1,4}|(?:alpha|beta|rc)\d{1,4})?(?:-.*)?$/;
const withoutPatch = /^(?:go|v)?\d+\.\d+$/;

/** Reads `1.22.5`, `go1.22.5`, `v1.22.5`, `1.22`, `1.27rc1`, `1.22.5-custom`; null for anything else. */
export function readVersion(text: string): WrittenVersion | null {
  const wanted = written.test(text) ? parseVersion(text) : null;
  return wanted === null ? null : { wanted, bare: withoutPatch.test(text) };
}

/**
 * What a version file (`.go-version`, the default) asks for: its first line that says something. A byte order mark,
 * blanks, CRLF, empty lines and what follows a `#` mean nothing. A file that says nothing, or may not be read
 * (null), is a wish that cannot be read, never no wish: somebody put it there.
 */
export function wishOfVersionFile(content: string | null, file: string, rule: Rule): Wish {
  const lines = (content ?? '').replace(/^\uFEFF/, '').split('\n');
  const index = lines.findIndex((line) => withoutComment(line) !== '');
  const text = withoutComment(lines[index] ?? '');
  const version = readVersion(text);
  return {
    rule,
    file,
    line: Math.max(index, 0) + 1,
    text: shown(text),
    strength: 'pin',
    wanted: version?.wanted ?? null,
    bare: version?.bare ?? false,
  };
}

function withoutComment(line: string): string {
  return line.replace(/#.*$/s, '').replace(/^[ \t\r]+|[ \t\r]+$/g, '');
}

/** Control characters of a hostile project do not reach the terminal, nor do its novels. */
export function shown(text: string): string {
  if (/\p{Cc}/u.test(text)) return '?';
  return text.replace(/^(.{40}).+$/su, '$1…');
}
