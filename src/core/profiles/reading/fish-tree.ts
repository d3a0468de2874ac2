import { type Growth, growth } from './open-blocks.ts';
import { lineEnd } from './sh-words.ts';
import { fishWordEnd } from './fish-words.ts';
import type { Block, Command, Tree } from './tree.ts';

const blocks = new Map<string, Block['kind']>([
  ['if', 'if'],
  ['while', 'loop'],
  ['for', 'loop'],
  ['function', 'function'],
  ['switch', 'case'],
  ['begin', 'group'],
]);
const prefixes = new Set(['and', 'or', 'not', '!', 'time']);

/** The commands of a fish file, in linear time. */
export function fishTree(text: string): Tree {
  const grown = growth();
  let command: Command | null = null;
  let i = text.startsWith('\xef\xbb\xbf') ? 3 : 0;

  const endStatement = (background = false) => {
    grown.endStatement(i, background);
    command = null;
  };
  const readWord = () => {
    const at = i;
    i = fishWordEnd(text, i);
    if (i === at) {
      grown.tree.faults.push(at);
      i++;
    } else if (command === null) command = begin(grown, text, at, i);
    else {
      command.words.push({ at, end: i });
      command.end = i;
    }
  };
  while (i < text.length) {
    const char = text[i];
    if (char === ' ' || char === '\t' || char === '\r') i++;
    else if (char === '\\' && text[i + 1] === '\n') i += 2;
    else if (char === '#') i = lineEnd(text, i);
    else if (char === '\n') {
      i++;
      if (!(command === null && grown.isJoined())) endStatement();
    } else if (char === ';') {
      endStatement();
      i++;
    } else if (char === '&' && text[i + 1] !== '&' && text[i + 1] !== '>') {
      i++;
      endStatement(true);
    } else if (char === '|' || (char === '&' && text[i + 1] === '&')) {
      const operator = text.slice(i, i + 2);
      const length = operator === '||' || operator === '&&' || operator === '&|' ? 2 : 1;
      if (grown.last()) grown.join(operator.slice(0, length));
      else grown.tree.faults.push(i);
      command = null;
      i += length;
    } else if (char === '<' || char === '>' || char === '&') {
      while (i < text.length && /[<>&|?^]/.test(text[i] ?? '')) i++;
      while (text[i] === ' ' || text[i] === '\t') i++;
      i = fishWordEnd(text, i);
      const last = grown.last();
      if (last) last.end = i;
    } else readWord();
  }
  return grown.finish(text.length);
}

/** Begins the command of the word from `at` to `end`. null: a command may still begin behind it. */
function begin(grown: Growth, text: string, at: number, end: number): Command | null {
  const name = end - at <= 8 ? text.slice(at, end) : '';
  const top = grown.top();
  const body = top?.block.bodies.at(-1);
  const isNew = grown.last() === undefined;
  if (isNew && (name === 'and' || name === 'or')) {
    grown.rejoin(name === 'and' ? '&&' : '||');
    return null;
  }
  if (isNew && body?.role === 'condition' && body.statements.length > 0) grown.next(at, 'body');
  if (name === 'if' && top?.awaits) {
    top.awaits = false;
    return null;
  }
  const kind = blocks.get(name);
  if (kind) {
    const hasCondition = name === 'if' || name === 'while';
    const { block } = grown.open(at, kind, 'end', hasCondition ? 'condition' : 'body');
    if (name === 'function') block.names = [nextWord(text, end)];
    return hasCondition || name === 'begin' ? null : restOfHead(at, end);
  }
  if (name === 'else' && top?.block.kind === 'if') {
    top.awaits = nextWord(text, end) === 'if';
    grown.next(end, top.awaits ? 'condition' : 'body');
    return null;
  }
  if (name === 'case' && top?.block.kind === 'case') {
    grown.next(end, 'body');
    return restOfHead(at, end);
  }
  if (name === 'end') {
    if (!grown.close('end', at, end)) grown.tree.faults.push(at);
    return restOfHead(at, end);
  }
  if (prefixes.has(name)) return null;
  const command = grown.add(at);
  command.words.push({ at, end });
  command.end = end;
  return command;
}

/** Takes the words on the line of a block's first or last word, which are no command. */
function restOfHead(at: number, end: number): Command {
  return { type: 'command', at, end, words: [], documentsEnd: 0 };
}

function nextWord(text: string, at: number): string {
  const found = /[ \t]*([^\s;]*)/y;
  found.lastIndex = at;
  return found.exec(text)?.[1] ?? '';
}
