import { type Frame, growth } from './open-blocks.ts';
import {
  type Announced,
  announcement,
  arithmeticEnd,
  documentsEnd,
  emptyParentheses,
  lineEnd,
  type Source,
  wordEnd,
} from './sh-words.ts';
import type { Block, Command, Tree } from './tree.ts';

const closers = new Set(['fi', 'done', 'esac', 'end']);
/** What may follow a block on its line without a `;`. */
const afterBlock = new Set(['then', 'do', 'else', 'elif', 'fi', 'done', 'esac', '}', 'always']);
const redirection = /&>>?[|!]?|<<<|<>|<&|>>?[|!]?(?:&[|!]?)?|</y;
const operator = /;;&|;[;&|]|&&|\|\||\|&|&[|!]|[;&|]/y;

/**
 * The commands of a shell's file. zsh's own forms are read for `zsh` alone, as `for x (a b) command`; and what neither
 * shell accepts costs no more than its line. In linear time.
 */
export function shTree(text: string, syntax: 'sh' | 'zsh'): Tree {
  const isZsh = syntax === 'zsh';
  const source: Source = { text, unclosed: false };
  const grown = growth();
  const { faults } = grown.tree;
  const announced: (Announced & { owner: Command | Block | undefined })[] = [];
  // Where the next word stands: where a command begins, within one, or behind a block.
  let place: 'start' | 'words' | 'after' = 'start';
  let command: Command | null = null;
  // A function's names were read; what comes next is its body.
  let announcedFunction: { at: number; names: string[] } | null = null;
  let i = text.startsWith('\xef\xbb\xbf') ? 3 : 0;

  const endStatement = (background = false) => {
    grown.endStatement(i, background);
    command = null;
    place = 'start';
  };
  const skipBlanks = () => {
    for (;;) {
      const char = text[i];
      if (char === ' ' || char === '\t' || (char === '\r' && text[i + 1] === '\n')) i++;
      else if (char === '\\' && text[i + 1] === '\n') i += 2;
      else return;
    }
  };
  const skipSpace = () => {
    for (skipBlanks(); text[i] === '\n' || text[i] === '#'; skipBlanks())
      i = text[i] === '#' ? lineEnd(text, i) : i + 1;
  };
  const word = () => {
    skipBlanks();
    const at = i;
    i = wordEnd(source, i);
    return { at, end: i };
  };
  const matches = (pattern: RegExp) => {
    pattern.lastIndex = i;
    return pattern.exec(text)?.[0] ?? '';
  };
  /** Begins a block; as the body of a function, if one was announced, which then ends with it. */
  const open = (
    at: number,
    kind: Block['kind'],
    closer: string | null,
    role?: 'condition' | 'body',
  ): Frame => {
    place = 'start';
    command = null;
    if (announcedFunction === null) return grown.open(at, kind, closer, role);
    const isBody = kind === 'group' || kind === 'subshell';
    const frame = openFunction(isBody ? closer : null);
    return isBody ? frame : grown.open(at, kind, closer, role);
  };
  const openFunction = (closer: string | null): Frame => {
    const frame = grown.open(announcedFunction?.at ?? i, 'function', closer);
    frame.block.names = announcedFunction?.names ?? [];
    announcedFunction = null;
    return frame;
  };
  const close = (closer: string, at: number) => {
    const inner = grown.top();
    if (!grown.close(closer, at, i)) {
      faults.push(at);
      return;
    }
    command = null;
    place = 'after';
    // zsh's `if … { … } else { … }`.
    if (closer !== '}' || inner?.block.kind !== 'if') return;
    const more = matches(/[ \t]*(?:else|elif)(?=[\s{])/y);
    if (more === '') return;
    reopen(inner, i + more.length, more.endsWith('elif') ? 'condition' : 'body');
  };
  /** Takes up an `if` again that a brace has ended, since an `else` follows. */
  const reopen = (frame: Frame, at: number, role: 'condition' | 'body') => {
    i = at;
    grown.resume(frame, at, role);
    frame.awaits = role === 'body';
    place = 'start';
  };
  const readPattern = (frame: Frame) => {
    skipSpace();
    if (i >= text.length) return;
    const start = i;
    if (text[i] === '(' && !text.slice(i, i + 2).endsWith(')')) i++;
    for (;;) {
      const { at, end } = word();
      if (at === start && text.slice(at, end) === 'esac') return close('esac', at);
      skipBlanks();
      if (text[i] === '|') i++;
      else if (text[i] === ')') {
        i++;
        // zsh's pattern `(a|b)*`: the parenthesis was a part of it.
        if (isZsh && text[start] === '(' && /[^\s;)]/.test(text[i] ?? ' ') && matches(/[^\s;]*\)/y)) continue;
        break;
      } else if (end === at) {
        faults.push(i);
        break;
      }
    }
    frame.pattern = false;
    grown.next(i, 'body');
    place = 'start';
  };
  const readFor = (at: number) => {
    const frame = open(at, 'loop', null);
    frame.awaits = true;
    skipBlanks();
    const arithmetic = text.startsWith('((', i) ? arithmeticEnd(text, i) : null;
    if (arithmetic !== null) {
      i = arithmetic;
      return;
    }
    // Names; then `in` and words to the end of the line, or zsh's words in parentheses.
    for (let isOpen = true; isOpen; ) {
      skipBlanks();
      if (text[i] === '(') {
        i = wordEnd(source, i);
        return;
      }
      const { at: from, end } = word();
      isOpen = end > from && text.slice(from, end) !== 'in';
    }
    for (skipBlanks(); i < text.length; skipBlanks()) {
      const { at: from, end } = word();
      if (end === from) return;
    }
  };
  const readCase = (at: number) => {
    const frame = open(at, 'case', 'esac', 'condition');
    word();
    skipSpace();
    if (matches(/in(?=\s)/y)) i += 2;
    else faults.push(i);
    frame.pattern = true;
  };
  const readFunction = (from: number) => {
    const found: string[] = [];
    for (skipBlanks(); i < text.length && text[i] !== '{' && text[i] !== '('; skipBlanks()) {
      const { at, end } = word();
      if (end === at) break;
      found.push(text.slice(at, end));
    }
    i += emptyParentheses(text, i);
    announcedFunction = { at: from, names: found };
    command = null;
    place = 'start';
  };
  const readConditional = (at: number) => {
    command ??= grown.add(at);
    for (;;) {
      skipSpace();
      if (i >= text.length) {
        faults.push(at);
        break;
      }
      const { at: from, end } = word();
      if (end === from) i++;
      else if (end - from === 2 && text.startsWith(']]', from)) break;
    }
    command.end = i;
    place = 'after';
  };
  /** What a word means where a command may begin. false: it is an ordinary word. */
  const keyword = (name: string, at: number): boolean => {
    const top = grown.top();
    if (top?.awaits && name !== 'do' && name !== '{') {
      top.awaits = false;
      if (!isZsh) faults.push(at);
    }
    if (name === 'if') open(at, 'if', 'fi', 'condition');
    else if (name === 'while' || name === 'until') open(at, 'loop', 'done', 'condition');
    else if (name === 'for' || name === 'select') readFor(at);
    else if (name === 'foreach' && isZsh) {
      readFor(at);
      const frame = grown.top();
      if (frame) {
        frame.awaits = false;
        grown.endWith(frame, 'end');
      }
    } else if (name === 'repeat' && isZsh) {
      open(at, 'loop', null).awaits = true;
      word();
    } else if (name === 'case') readCase(at);
    else if (name === 'function') readFunction(at);
    else if (name === '{') openBrace(at);
    else if (name === 'then' || name === 'else' || name === 'elif') branch(name, at);
    else if (name === 'do') {
      if (top?.block.kind !== 'loop') faults.push(at);
      else if (top.awaits) {
        top.awaits = false;
        grown.endWith(top, 'done');
      } else grown.next(i, 'body');
      place = 'start';
    } else if (closers.has(name) || name === '}') close(name, at);
    else if (name === '!' || name === 'time' || name === 'coproc' || name === 'always') place = 'start';
    else if (name === '[[') readConditional(at);
    else return false;
    return true;
  };
  const branch = (name: string, at: number) => {
    if (grown.top()?.block.kind !== 'if') {
      faults.push(at);
      return;
    }
    grown.next(i, name === 'elif' ? 'condition' : 'body');
    command = null;
    place = 'start';
  };
  const openBrace = (at: number) => {
    const top = grown.top();
    const body = top?.block.bodies.at(-1);
    if (top?.awaits) {
      top.awaits = false;
      grown.endWith(top, '}');
      place = 'start';
    } else if (top && body && place === 'after' && isCondition(top)) {
      if (!isZsh) faults.push(at);
      grown.next(i, 'body');
      grown.endWith(top, '}');
      command = null;
      place = 'start';
    } else open(at, 'group', '}');
  };
  const readWord = () => {
    const at = i;
    const span = word();
    if (span.end === at) {
      faults.push(at);
      i++;
      return;
    }
    const name = span.end - at <= 8 ? text.slice(at, span.end) : '';
    if (name === '}' && (isZsh || place !== 'words')) return close('}', at);
    if (place === 'words' && command) {
      command.words.push(span);
      command.end = i;
      return;
    }
    if (place === 'after') {
      if (/^\d+$/.test(name) && /[<>]/.test(text[i] ?? '')) return;
      const top = grown.top();
      if (name === '{') return openBrace(at);
      if (afterBlock.has(name)) return void keyword(name, at);
      if (top && isZsh && isCondition(top)) {
        // zsh's `if [[ … ]] command`.
        grown.next(at, 'body');
        grown.endWith(top, null);
      } else faults.push(at);
      place = 'start';
      command = null;
    }
    if (keyword(name, at)) return;
    if (announcedFunction !== null) openFunction(null);
    command = grown.add(at);
    command.words.push(span);
    command.end = i;
    place = 'words';
  };
  const readRedirection = () => {
    const at = i;
    const found = matches(redirection);
    if (place === 'start') command = grown.add(at);
    if (place === 'start') place = 'words';
    const owner = grown.last();
    // The number before it is no word of the command.
    const lastWord = command?.words.at(-1);
    if (command && lastWord?.end === at && /^\d+$/.test(text.slice(lastWord.at, at))) command.words.pop();
    if (found === '<' && text[i + 1] === '<') {
      const read = announcement(source, i);
      announced.push({ ...read.announced, owner });
      i = read.end;
    } else {
      i += Math.max(found.length, 1);
      word();
    }
    if (owner) owner.end = i;
  };
  const readParenthesis = () => {
    const at = i;
    const empty = emptyParentheses(text, i);
    if (place === 'words' && command && empty > 0) {
      const names = command.words.map((each) => text.slice(each.at, each.end));
      announcedFunction = { at: command.at, names };
      grown.retract();
      command = null;
      place = 'start';
      i += empty;
    } else if (place === 'words') readWord();
    else if (place === 'start' && empty > 0) i += empty;
    else {
      const arithmetic = text[i + 1] === '(' ? arithmeticEnd(text, i) : null;
      if (place === 'after') faults.push(at);
      if (arithmetic === null) {
        i++;
        open(at, 'subshell', ')');
      } else {
        command = grown.add(at);
        i = arithmetic;
        command.end = i;
        place = 'after';
      }
    }
  };
  const readOperator = () => {
    const found = matches(operator);
    i += found.length;
    if (/^;./.test(found)) {
      endStatement();
      const top = grown.top();
      if (top?.block.kind === 'case') top.pattern = true;
      else faults.push(i);
    } else if (found === ';') endStatement();
    else if (found === '&' || found === '&|' || found === '&!') endStatement(true);
    else {
      if (place === 'start') faults.push(i);
      else grown.join(found);
      command = null;
      place = 'start';
    }
  };

  for (skipBlanks(); i < text.length; skipBlanks()) {
    const top = grown.top();
    const char = text[i];
    if (top?.pattern) readPattern(top);
    else if (char === '#') i = lineEnd(text, i);
    else if (char === '\n') {
      const owners = announced.splice(0);
      i = documentsEnd(text, i + 1, owners);
      for (const { owner } of owners) if (owner) owner.documentsEnd = i;
      if (!(place === 'start' && grown.isJoined()) && announcedFunction === null) endStatement();
    } else if (char === '(') readParenthesis();
    else if (char === ')') {
      i++;
      close(')', i - 1);
    } else if ((char === '<' || char === '>') && text[i + 1] !== '(') {
      if (wordEnd(source, i) > i) readWord();
      else readRedirection();
    } else if (char === '&' && text[i + 1] === '>') readRedirection();
    else if (char === ';' || char === '&' || char === '|') readOperator();
    else readWord();
  }
  if (source.unclosed) faults.push(text.length);
  return grown.finish(text.length);
}

function isCondition({ block }: Frame): boolean {
  return block.bodies.at(-1)?.role === 'condition' && (block.kind === 'if' || block.kind === 'loop');
}
