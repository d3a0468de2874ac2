import type { Rule } from '#contract/switching';
import { firstWords } from '#core/toolchains';
import { namesGo } from './tool-name.ts';
import { asWanted, inOrder, linesOf, shown, unread, type Wish, wordsOf } from './wish.ts';

/**
 * What a version file (`.go-version`, the default) asks for: its first line that is not blank or a comment. An empty
 * file is a wish that cannot be read, not the absence of a wish.
 */
export function wishOfVersionFile(content: string, file: string, rule: Rule): Wish {
  const { text, line } = firstWords(content);
  return { rule, file, line, text: shown(text), ...(text === '' ? unread('empty') : asWanted(text)) };
}

/**
 * What a `.tool-versions` asks for: each version on its line for Go is a wish, in order, but `system` last. asdf uses
 * the first line for `golang`. mise knows Go by more names (tool-name.ts) and uses the last line, which counts here if
 * there is none for asdf. Without such a line, the file asks for nothing; a line without a version is a wish that
 * cannot be read.
 */
export function wishesOfToolVersions(content: string, file: string): Wish[] {
  const lines = linesOf(content).map((line, index) => {
    const [name = '', ...versions] = wordsOf(line.replace(/#.*$/s, ''));
    return { name, versions, line: index + 1 };
  });
  const found =
    lines.find(({ name }) => name === 'golang') ??
    lines.findLast(({ name }) => namesGo(name.replace(/:$/, '')));
  if (!found) return [];
  const { name, versions, line } = found;
  const at = { rule: 'tool-versions' as const, file, line };
  if (versions.length === 0) return [{ ...at, text: shown(name), ...unread('form') }];
  return inOrder(versions).map((word) => ({
    ...at,
    text: shown(`${name} ${word}`),
    ...asWanted(word, { release: true }),
  }));
}

/** What BURROW_GO asks for; nothing if it is empty or not set. */
export function wishesOfVariable(value: string | undefined): Wish[] {
  return value
    ? [{ rule: 'burrow-go', file: 'BURROW_GO', line: null, text: shown(value), ...asWanted(value) }]
    : [];
}
