import type { Rule } from '#contract/switching';
import { firstWords, type Lines, withoutMark, wordsOf } from '#core/toolchains';
import { namesGo } from './tool-name.ts';
import { asWanted, cutAt, inOrder, shown, unread, type Wish } from './wish.ts';

/**
 * What a version file (`.go-version`, the default) asks for: its first line that is not blank or a comment. An empty
 * file is a wish that cannot be read, not the absence of a wish.
 */
export function wishOfVersionFile(content: Lines, file: string, rule: Rule): Wish {
  const { text, line } = firstWords(content.lines);
  if (text === '' && content.isCut) return cutAt(rule, file, content);
  return { rule, file, line, text: shown(text), ...(text === '' ? unread('empty') : asWanted(text)) };
}

/**
 * What a `.tool-versions` asks for: each version on its line for Go is a wish, in order, but `system` last. asdf uses
 * the first line for `golang`. mise knows Go by more names (tool-name.ts) and uses the last line, which counts here if
 * there is none for asdf. Without such a line, the file asks for nothing; a line without a version is a wish that
 * cannot be read.
 */
export function wishesOfToolVersions(content: Lines, file: string): Wish[] {
  const lines = withoutMark(content.lines).map((text, index) => {
    const [code = ''] = text.split('#', 1);
    const [name = '', ...versions] = wordsOf(code);
    return { name, versions, line: index + 1 };
  });
  const ofAsdf = lines.find(({ name }) => name === 'golang');
  if (!ofAsdf && content.isCut) return [cutAt('tool-versions', file, content)];
  const found = ofAsdf ?? lines.findLast(({ name }) => namesGo(name.replace(/:$/, '')));
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
