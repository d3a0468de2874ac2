import { type Frame, type Growth, growth } from './open-blocks.ts';
import { type Announced, lineEnd, type Source, wordEnd } from './sh-words.ts';
import type { Block, Command, Span } from './tree.ts';

/** How far a text is read, and what is open. */
export interface ShReading {
  readonly text: string;
  readonly source: Source;
  readonly isZsh: boolean;
  readonly grown: Growth;
  readonly faults: number[];
  /** Where the next character is. */
  i: number;
  /** Where the next word stands: where a command begins, within one, or behind a block. */
  place: 'start' | 'words' | 'after';
  command: Command | null;
  /** A function's names were read; what comes next is its body. */
  announcedFunction: { at: number; names: string[] } | null;
  /** Here-documents whose text begins behind the next newline. */
  announced: (Announced & { owner: Command | Block | undefined })[];
}

/** Begins to read a text. */
export function shReading(text: string, isZsh: boolean): ShReading {
  const grown = growth();
  return {
    text,
    source: { text, unclosed: false },
    isZsh,
    grown,
    faults: grown.tree.faults,
    i: text.startsWith('\xef\xbb\xbf') ? 3 : 0,
    place: 'start',
    command: null,
    announcedFunction: null,
    announced: [],
  };
}

/** Goes to the next word on the line, which a backslash continues. */
export function skipBlanks(r: ShReading): void {
  for (;;) {
    const char = r.text[r.i];
    if (char === ' ' || char === '\t' || (char === '\r' && r.text[r.i + 1] === '\n')) r.i++;
    else if (char === '\\' && r.text[r.i + 1] === '\n') r.i += 2;
    else return;
  }
}

/** Goes to the next word, over lines and comments. */
export function skipSpace(r: ShReading): void {
  for (skipBlanks(r); r.text[r.i] === '\n' || r.text[r.i] === '#'; skipBlanks(r))
    r.i = r.text[r.i] === '#' ? lineEnd(r.text, r.i) : r.i + 1;
}

/** Reads the next word; it is empty where an operator stands. */
export function word(r: ShReading): Span {
  skipBlanks(r);
  const at = r.i;
  r.i = wordEnd(r.source, r.i);
  return { at, end: r.i };
}

/** What a sticky pattern matches here; empty: nothing. */
export function matches(r: ShReading, pattern: RegExp): string {
  pattern.lastIndex = r.i;
  return pattern.exec(r.text)?.[0] ?? '';
}

/** Ends the command and what `&&` and the like join to it. */
export function endStatement(r: ShReading, background = false): void {
  r.grown.endStatement(r.i, background);
  r.command = null;
  r.place = 'start';
}

/** Begins a block; as the body of a function, if one was announced, which then ends with it. */
export function open(
  r: ShReading,
  at: number,
  kind: Block['kind'],
  closer: string | null,
  role?: 'condition' | 'body',
): Frame {
  r.place = 'start';
  r.command = null;
  if (r.announcedFunction === null) return r.grown.open(at, kind, closer, role);
  const isBody = kind === 'group' || kind === 'subshell';
  const frame = openFunction(r, isBody ? closer : null);
  return isBody ? frame : r.grown.open(at, kind, closer, role);
}

/** Begins the function that was announced. */
export function openFunction(r: ShReading, closer: string | null): Frame {
  const frame = r.grown.open(r.announcedFunction?.at ?? r.i, 'function', closer);
  frame.block.names = r.announcedFunction?.names ?? [];
  r.announcedFunction = null;
  return frame;
}

/** Ends the block that a word ends. */
export function close(r: ShReading, closer: string, at: number): void {
  const inner = r.grown.top();
  if (!r.grown.close(closer, at, r.i)) {
    r.faults.push(at);
    return;
  }
  r.command = null;
  r.place = 'after';
  // zsh's `if … { … } else { … }`.
  if (closer !== '}' || inner?.block.kind !== 'if') return;
  const more = matches(r, /[ \t]*(?:else|elif)(?=[\s{])/y);
  if (more === '') return;
  reopen(r, inner, r.i + more.length, more.endsWith('elif') ? 'condition' : 'body');
}

/** Takes up an `if` again that a brace has ended, since an `else` follows. */
export function reopen(r: ShReading, frame: Frame, at: number, role: 'condition' | 'body'): void {
  r.i = at;
  r.grown.resume(frame, at, role);
  frame.awaits = role === 'body';
  r.place = 'start';
}

/** Whether the innermost block's condition is being read. */
export function isCondition({ block }: Frame): boolean {
  return block.bodies.at(-1)?.role === 'condition' && (block.kind === 'if' || block.kind === 'loop');
}
