import { readCase, readConditional, readFor, readFunction } from './sh-heads.ts';
import { close, isCondition, open, type ShReading, word } from './sh-reading.ts';

const closers = new Set(['fi', 'done', 'esac', 'end']);

/** What a word means where a command may begin. false: it is an ordinary word. */
export function keyword(r: ShReading, name: string, at: number): boolean {
  const top = r.grown.top();
  if (top?.awaits && name !== 'do' && name !== '{') {
    top.awaits = false;
    if (!r.isZsh) r.faults.push(at);
  }
  if (name === 'if') open(r, at, 'if', 'fi', 'condition');
  else if (name === 'while' || name === 'until') open(r, at, 'loop', 'done', 'condition');
  else if (name === 'for' || name === 'select') readFor(r, at);
  else if (name === 'foreach' && r.isZsh) {
    readFor(r, at);
    const frame = r.grown.top();
    if (frame) {
      frame.awaits = false;
      r.grown.endWith(frame, 'end');
    }
  } else if (name === 'repeat' && r.isZsh) {
    open(r, at, 'loop', null).awaits = true;
    word(r);
  } else if (name === 'case') readCase(r, at);
  else if (name === 'function') readFunction(r, at);
  else if (name === '{') openBrace(r, at);
  else if (name === 'then' || name === 'else' || name === 'elif') branch(r, name, at);
  else if (name === 'do') {
    if (top?.block.kind !== 'loop') r.faults.push(at);
    else if (top.awaits) {
      top.awaits = false;
      r.grown.endWith(top, 'done');
    } else r.grown.next(r.i, 'body');
    r.place = 'start';
  } else if (closers.has(name) || name === '}') close(r, name, at);
  else if (name === '!' || name === 'time' || name === 'coproc' || name === 'always') r.place = 'start';
  else if (name === '[[') readConditional(r, at);
  else return false;
  return true;
}

/** Goes on to another part of an `if`. */
function branch(r: ShReading, name: string, at: number): void {
  if (r.grown.top()?.block.kind !== 'if') {
    r.faults.push(at);
    return;
  }
  r.grown.next(r.i, name === 'elif' ? 'condition' : 'body');
  r.command = null;
  r.place = 'start';
}

/** Begins a group, or the body of what waits for one. */
export function openBrace(r: ShReading, at: number): void {
  const top = r.grown.top();
  const body = top?.block.bodies.at(-1);
  if (top?.awaits) {
    top.awaits = false;
    r.grown.endWith(top, '}');
    r.place = 'start';
  } else if (top && body && r.place === 'after' && isCondition(top)) {
    if (!r.isZsh) r.faults.push(at);
    r.grown.next(r.i, 'body');
    r.grown.endWith(top, '}');
    r.command = null;
    r.place = 'start';
  } else open(r, at, 'group', '}');
}
