import type { Rule } from '#contract/switching';
import { firstWords, readPin } from '#core/toolchains';
import { linesOf, shown, type Wish, wordsOf } from './wish.ts';

/**
 * What a version file (`.go-version`, the default) asks for: its first line that says something. A file that says
 * nothing, or may not be read (null), is a wish that cannot be read, never no wish: somebody put it there.
 */
export function wishOfVersionFile(content: string | null, file: string, rule: Rule): Wish {
  const { text, line } = firstWords(content ?? '');
  return { rule, file, line, text: shown(text), ...readPin(text) };
}

/**
 * What a `.tool-versions` (asdf, mise) asks for: its first line of `golang` or `go`, each version on it a wish, in
 * their order. Without such a line it asks for nothing; without a version, or when it may not be read (null), it is
 * a wish that cannot be read.
 */
export function wishesOfToolVersions(content: string | null, file: string): Wish[] {
  const at = (line: number) => ({ rule: 'tool-versions' as const, file, line });
  if (content === null) return [{ ...at(1), text: '', ...readPin('') }];
  for (const [index, line] of linesOf(content).entries()) {
    const [name = '', ...versions] = wordsOf(line.replace(/#.*$/s, ''));
    if (name !== 'golang' && name !== 'go') continue;
    if (versions.length === 0) return [{ ...at(index + 1), text: name, ...readPin('') }];
    return versions.map((word) => ({ ...at(index + 1), text: shown(`${name} ${word}`), ...readPin(word) }));
  }
  return [];
}

/** What BURROW_GO says in this shell; an empty one says nothing. */
export function wishesOfVariable(value: string | undefined): Wish[] {
  return value
    ? [{ rule: 'burrow-go', file: 'BURROW_GO', line: null, text: shown(value), ...readPin(value) }]
    : [];
}
