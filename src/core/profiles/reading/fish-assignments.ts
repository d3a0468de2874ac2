import type { Found } from './assignments.ts';
import type { PlacedCommand } from './read-commands.ts';
import { referring } from './references.ts';
import type { Span } from './tree.ts';

const modifiers = new Set(['command', 'builtin']);

/** Assignments of fish: `set`, `export` and `fish_add_path`. Pure. */
export function fishAssignments(text: string, commands: readonly PlacedCommand[]): Found[] {
  const found: Found[] = [];
  for (const { command, within, apart } of commands) {
    if (apart) continue;
    const words = command.words.filter((word, index) => index > 0 || !modifiers.has(textOf(text, word)));
    const [name, ...rest] = words;
    const called = textOf(text, name);
    const { at, end } = command;
    if (called === 'set') found.push(...ofSet(text, { at, end }, rest, within));
    else if (called === 'fish_add_path') found.push(...ofAddPath(text, { at, end }, rest, within));
    else if (called === 'export') {
      for (const word of rest) {
        const [, variable = '', value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(textOf(text, word)) ?? [];
        if (variable === '') continue;
        const how = referring(value, [variable]);
        found.push({ name: variable, ...word, value, how, exported: true, within });
      }
    }
  }
  return found;
}

function ofSet(text: string, span: Span, words: readonly Span[], within: Found['within']): Found[] {
  const flags: string[] = [];
  let index = 0;
  for (; index < words.length && /^-./.test(textOf(text, words[index])); index++)
    flags.push(textOf(text, words[index]));
  const has = (letter: string, long: string) =>
    flags.some((each) => (each.startsWith('--') ? each === `--${long}` : each.includes(letter)));
  const target = words[index];
  if (!target || has('q', 'query') || has('n', 'names') || has('S', 'show')) return [];
  const names = has('e', 'erase') ? words.slice(index) : [target];
  const values = words.slice(index + 1);
  return names.flatMap((word): Found[] => {
    const [, written = '', part = ''] = /^([A-Za-z_]\w*)(\[[^\]]*\])?$/.exec(textOf(text, word)) ?? [];
    if (written === '') return [];
    const isUserPaths = written === 'fish_user_paths';
    const name = isUserPaths ? 'PATH' : written;
    const base = { name, ...span, exported: has('x', 'export') || name === 'PATH', within };
    if (has('e', 'erase')) {
      return part === '' ? [{ ...base, value: '', how: 'unset', exported: false }] : [];
    }
    const value = spanText(text, values);
    // fish puts its user paths before PATH, whatever their order.
    if (isUserPaths || has('p', 'prepend')) return [{ ...base, value, how: 'prepend' }];
    return [{ ...base, value, how: has('a', 'append') ? 'append' : referring(value, [name]) }];
  });
}

function ofAddPath(text: string, span: Span, words: readonly Span[], within: Found['within']): Found[] {
  const isFlag = (word: Span) => textOf(text, word).startsWith('-');
  const values = words.filter((word) => !isFlag(word));
  if (values.length === 0) return [];
  const appends = words.some((word) => /^(?:--append|-[A-Za-z]*a[A-Za-z]*)$/.test(textOf(text, word)));
  const value = values.map((word) => textOf(text, word)).join(' ');
  return [{ name: 'PATH', ...span, value, how: appends ? 'append' : 'prepend', exported: true, within }];
}

function spanText(text: string, words: readonly Span[]): string {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? text.slice(first.at, last.end) : '';
}

function textOf(text: string, word: Span | undefined): string {
  return word ? text.slice(word.at, word.end) : '';
}
