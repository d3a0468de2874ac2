import { keyword, openBrace } from './sh-keywords.ts';
import { readPattern } from './sh-heads.ts';
import {
  close,
  endStatement,
  isCondition,
  matches,
  open,
  openFunction,
  type ShReading,
  shReading,
  skipBlanks,
  word,
} from './sh-reading.ts';
import { announcement, arithmeticEnd, documentsEnd, emptyParentheses, lineEnd, wordEnd } from './sh-words.ts';
import type { Tree } from './tree.ts';

/** What may follow a block on its line without a `;`. */
const afterBlock = new Set(['then', 'do', 'else', 'elif', 'fi', 'done', 'esac', '}', 'always']);
const redirection = /&>>?[|!]?|<<<|<>|<&|>>?[|!]?(?:&[|!]?)?|</y;
const operator = /;;&|;[;&|]|&&|\|\||\|&|&[|!]|[;&|]/y;

/**
 * The commands of a shell's file. zsh's own forms are read for `zsh` alone, as `for x (a b) command`; and what neither
 * shell accepts costs no more than its line. In linear time.
 */
export function shTree(text: string, syntax: 'sh' | 'zsh'): Tree {
  const r = shReading(text, syntax === 'zsh');
  for (skipBlanks(r); r.i < text.length; skipBlanks(r)) {
    const top = r.grown.top();
    const char = r.text[r.i];
    if (top?.pattern) readPattern(r, top);
    else if (char === '#') r.i = lineEnd(r.text, r.i);
    else if (char === '\n') {
      r.i++;
      if (r.announced.length > 0) skipDocuments(r);
      if (!(r.place === 'start' && r.grown.isJoined()) && r.announcedFunction === null) endStatement(r);
    } else if (char === '(') readParenthesis(r);
    else if (char === ')') {
      r.i++;
      close(r, ')', r.i - 1);
    } else if ((char === '<' || char === '>') && r.text[r.i + 1] !== '(') {
      if (wordEnd(r.source, r.i) > r.i) readWord(r);
      else readRedirection(r);
    } else if (char === '&' && r.text[r.i + 1] === '>') readRedirection(r);
    else if (char === ';' || char === '&' || char === '|') readOperator(r);
    else readWord(r);
  }
  if (r.source.unclosed) r.faults.push(r.text.length);
  return r.grown.finish(r.text.length);
}

/** Goes behind the here-documents that were announced on the line before. */
function skipDocuments(r: ShReading): void {
  r.i = documentsEnd(r.text, r.i, r.announced);
  for (const { owner } of r.announced) if (owner) owner.documentsEnd = r.i;
  r.announced.length = 0;
}

/** Reads a word as what it is at its place. */
function readWord(r: ShReading): void {
  const at = r.i;
  const span = word(r);
  if (span.end === at) {
    r.faults.push(at);
    r.i++;
    return;
  }
  const name = span.end - at <= 8 ? r.text.slice(at, span.end) : '';
  if (name === '}' && (r.isZsh || r.place !== 'words')) return close(r, '}', at);
  if (r.place === 'words' && r.command) {
    r.command.words.push(span);
    r.command.end = r.i;
    return;
  }
  if (r.place === 'after') {
    if (/^\d+$/.test(name) && /[<>]/.test(r.text[r.i] ?? '')) return;
    const top = r.grown.top();
    if (name === '{') return openBrace(r, at);
    if (afterBlock.has(name)) return void keyword(r, name, at);
    if (top && r.isZsh && isCondition(top)) {
      // zsh's `if [[ … ]] r.command`.
      r.grown.next(at, 'body');
      r.grown.endWith(top, null);
    } else r.faults.push(at);
    r.place = 'start';
    r.command = null;
  }
  if (keyword(r, name, at)) return;
  if (r.announcedFunction !== null) openFunction(r, null);
  r.command = r.grown.add(at);
  r.command.words.push(span);
  r.command.end = r.i;
  r.place = 'words';
}

/** Reads a redirection, or announces a here-document. */
function readRedirection(r: ShReading): void {
  const at = r.i;
  const found = matches(r, redirection);
  if (r.place === 'start') r.command = r.grown.add(at);
  if (r.place === 'start') r.place = 'words';
  const owner = r.grown.last();
  // The number before it is no word of the r.command.
  const lastWord = r.command?.words.at(-1);
  if (r.command && lastWord?.end === at && /^\d+$/.test(r.text.slice(lastWord.at, at))) r.command.words.pop();
  if (found === '<' && r.text[r.i + 1] === '<') {
    const read = announcement(r.source, r.i);
    r.announced.push({ ...read.announced, owner });
    r.i = read.end;
  } else {
    r.i += Math.max(found.length, 1);
    word(r);
  }
  if (owner) owner.end = r.i;
}

/** Reads a subshell, an arithmetic command, or the parentheses of a function. */
function readParenthesis(r: ShReading): void {
  const at = r.i;
  const empty = emptyParentheses(r.text, r.i);
  if (r.place === 'words' && r.command && empty > 0) {
    const names = r.command.words.map((each) => r.text.slice(each.at, each.end));
    r.announcedFunction = { at: r.command.at, names };
    r.grown.retract();
    r.command = null;
    r.place = 'start';
    r.i += empty;
  } else if (r.place === 'words') readWord(r);
  else if (r.place === 'start' && empty > 0) r.i += empty;
  else {
    const arithmetic = r.text[r.i + 1] === '(' ? arithmeticEnd(r.text, r.i) : null;
    if (r.place === 'after') r.faults.push(at);
    if (arithmetic === null) {
      r.i++;
      open(r, at, 'subshell', ')');
    } else {
      r.command = r.grown.add(at);
      r.i = arithmetic;
      r.command.end = r.i;
      r.place = 'after';
    }
  }
}

/** Reads what separates or joins commands. */
function readOperator(r: ShReading): void {
  const found = matches(r, operator);
  r.i += found.length;
  if (/^;./.test(found)) {
    endStatement(r);
    const top = r.grown.top();
    if (top?.block.kind === 'case') top.pattern = true;
    else r.faults.push(r.i);
  } else if (found === ';') endStatement(r);
  else if (found === '&' || found === '&|' || found === '&!') endStatement(r, true);
  else {
    if (r.place === 'start') r.faults.push(r.i);
    else r.grown.join(found);
    r.command = null;
    r.place = 'start';
  }
}
