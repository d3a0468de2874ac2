import type { Frame } from './open-blocks.ts';
import { close, matches, open, type ShReading, skipBlanks, skipSpace, word } from './sh-reading.ts';
import { arithmeticEnd, emptyParentheses, wordEnd } from './sh-words.ts';

/** Reads the head of a loop: names, and what they go through. */
export function readFor(r: ShReading, at: number): void {
  const frame = open(r, at, 'loop', null);
  frame.awaits = true;
  skipBlanks(r);
  const arithmetic = r.text.startsWith('((', r.i) ? arithmeticEnd(r.text, r.i) : null;
  if (arithmetic !== null) {
    r.i = arithmetic;
    return;
  }
  // Names; then `in` and words to the end of the line, or zsh's words in parentheses.
  for (let isOpen = true; isOpen; ) {
    skipBlanks(r);
    if (r.text[r.i] === '(') {
      r.i = wordEnd(r.source, r.i);
      return;
    }
    const { at: from, end } = word(r);
    isOpen = end > from && r.text.slice(from, end) !== 'in';
  }
  for (skipBlanks(r); r.i < r.text.length; skipBlanks(r)) {
    const { at: from, end } = word(r);
    if (end === from) return;
  }
}

/** Reads `case WORD in`. */
export function readCase(r: ShReading, at: number): void {
  const frame = open(r, at, 'case', 'esac', 'condition');
  word(r);
  skipSpace(r);
  if (matches(r, /in(?=\s)/y)) r.i += 2;
  else r.faults.push(r.i);
  frame.pattern = true;
}

/** Reads a pattern of a `case`, up to its parenthesis. */
export function readPattern(r: ShReading, frame: Frame): void {
  skipSpace(r);
  if (r.i >= r.text.length) return;
  const start = r.i;
  if (r.text[r.i] === '(' && !r.text.slice(r.i, r.i + 2).endsWith(')')) r.i++;
  for (;;) {
    const { at, end } = word(r);
    if (at === start && r.text.slice(at, end) === 'esac') return close(r, 'esac', at);
    skipBlanks(r);
    if (r.text[r.i] === '|') r.i++;
    else if (r.text[r.i] === ')') {
      r.i++;
      // zsh's pattern `(a|b)*`: the parenthesis was a part of it.
      if (r.isZsh && r.text[start] === '(' && /[^\s;)]/.test(r.text[r.i] ?? ' ') && matches(r, /[^\s;]*\)/y))
        continue;
      break;
    } else if (end === at) {
      r.faults.push(r.i);
      break;
    }
  }
  frame.pattern = false;
  r.grown.next(r.i, 'body');
  r.place = 'start';
}

/** Reads `function NAME…`. */
export function readFunction(r: ShReading, from: number): void {
  const found: string[] = [];
  for (skipBlanks(r); r.i < r.text.length && r.text[r.i] !== '{' && r.text[r.i] !== '('; skipBlanks(r)) {
    const { at, end } = word(r);
    if (end === at) break;
    found.push(r.text.slice(at, end));
  }
  r.i += emptyParentheses(r.text, r.i);
  r.announcedFunction = { at: from, names: found };
  r.command = null;
  r.place = 'start';
}

/** Reads `[[ … ]]`, in which nothing else is an operator. */
export function readConditional(r: ShReading, at: number): void {
  r.command ??= r.grown.add(at);
  for (;;) {
    skipSpace(r);
    if (r.i >= r.text.length) {
      r.faults.push(at);
      break;
    }
    const { at: from, end } = word(r);
    if (end === from) r.i++;
    else if (end - from === 2 && r.text.startsWith(']]', from)) break;
  }
  r.command.end = r.i;
  r.place = 'after';
}
