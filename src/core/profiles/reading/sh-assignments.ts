import type { Found } from './assignments.ts';
import type { PlacedCommand } from './read-commands.ts';
import { howOf } from './references.ts';
import { braceEnd, type Source } from './sh-words.ts';
import type { Span } from './tree.ts';

const assignment = /(["']?)([A-Za-z_]\w*)(?:\[([^\]\n]{0,200})\])?(\+?)=/y;
const declaring = new Set(['export', 'declare', 'typeset', 'local', 'readonly', 'integer', 'float']);
const modifiers = new Set(['command', 'builtin', 'noglob', 'nocorrect', '-']);

/** Assignments of sh, bash and zsh. Pure. */
export function shAssignments(
  text: string,
  commands: readonly PlacedCommand[],
  syntax: 'sh' | 'zsh',
): Found[] {
  const found: Found[] = [];
  const exported = new Set<string>();
  let exportsAll = false;
  const hasDefaults = /\$\{\w+:?=/.test(text);

  for (const { command, within, apart } of commands) {
    if (apart) continue;
    if (hasDefaults) for (const word of command.words) found.push(...defaultsIn(text, word, within));
    const assigned = command.words.findIndex((word) => !read(text, word));
    if (assigned === -1) for (const word of command.words) add(word, exportsAll, within);
    const words = assigned === -1 ? [] : commandWords(text, command.words.slice(assigned));
    const [name, ...rest] = words;
    const called = textOf(text, name);
    if (called === 'unset') unset(rest, within);
    else if (called === 'set' || called === 'setopt') exportsAll = exportsAllAfter(text, rest, exportsAll);
    else if (declaring.has(called)) declare(called, rest, within);
  }
  return found.map((each) => (exported.has(each.name) ? { ...each, exported: true } : each));

  function add(word: Span, isExported: boolean, within: Found['within']) {
    const parts = read(text, word);
    if (!parts) return;
    const name = known(parts.name);
    const how = howOf(parts, syntax);
    found.push({ name, ...word, value: parts.value, how, exported: isExported || name === 'PATH', within });
  }
  function declare(name: string, words: readonly Span[], within: Found['within']) {
    const flags = words.map((word) => textOf(text, word)).filter((each) => /^-[A-Za-z]/.test(each));
    const has = (flag: string) => flags.some((each) => each.includes(flag));
    const isExport = name === 'export' ? !has('n') : has('x');
    for (const word of words) {
      if (read(text, word)) add(word, isExport || exportsAll, within);
      else if (isExport) exported.add(textOf(text, word));
    }
  }
  function unset(words: readonly Span[], within: Found['within']) {
    if (words.some((word) => textOf(text, word) === '-f')) return;
    for (const word of words) {
      const name = textOf(text, word);
      if (!/^[A-Za-z_]\w*$/.test(name)) continue;
      found.push({ name: known(name), ...word, value: '', how: 'unset', exported: false, within });
    }
  }
  /** zsh's `path` is PATH. */
  function known(name: string): string {
    return syntax === 'zsh' && name === 'path' ? 'PATH' : name;
  }
}

/** The words of a command from its name on: without `command`, `builtin` and the like. */
export function commandWords(text: string, words: readonly Span[]): Span[] {
  const first = words.findIndex((word) => !modifiers.has(textOf(text, word)));
  return first === -1 ? [] : words.slice(first);
}

/** The parts of a word that assigns; null: it does not. `export "X=a b"` is one too. */
export function read(text: string, { at, end }: Span) {
  assignment.lastIndex = at;
  const parts = assignment.exec(text);
  if (!parts || at + parts[0].length > end) return null;
  const [head, quote = '', name = '', index = '', plus = ''] = parts;
  return { name, index, isAdded: plus !== '', value: quote + text.slice(at + head.length, end) };
}

/** Whether what follows is exported without a word: after `set -a`. */
function exportsAllAfter(text: string, words: readonly Span[], before: boolean): boolean {
  const options = words.map((each) => textOf(text, each)).join(' ');
  if (/^(?:-[a-z]*a|-o allexport|all_?export)/i.test(options)) return true;
  return /^(?:\+[a-z]*a|\+o allexport)/.test(options) ? false : before;
}

/** The assignments of `${X:=value}` and `${X=value}` in a word. */
function defaultsIn(text: string, word: Span, within: Found['within']): Found[] {
  const found: Found[] = [];
  const written = text.slice(word.at, word.end);
  if (!written.includes('${') || written.startsWith("'")) return found;
  const source: Source = { text, unclosed: false };
  for (const match of written.matchAll(/\$\{([A-Za-z_]\w*):?=/g)) {
    const at = word.at + match.index;
    const from = at + match[0].length;
    const end = braceEnd(source, from, 0, false);
    if (source.unclosed) break;
    found.push({
      name: match[1] ?? '',
      at,
      end,
      value: text.slice(from, end - 1),
      how: 'set',
      exported: false,
      within: within === 'top' ? 'condition' : within,
    });
  }
  return found;
}

function textOf(text: string, word: Span | undefined): string {
  return word ? text.slice(word.at, word.end) : '';
}
