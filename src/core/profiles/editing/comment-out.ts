import { readTree, type Syntax } from '../reading/index.ts';
import { type Obstacle, wholeLines } from './whole-lines.ts';

/** What a line that is taken out begins with. */
export const offMark = '# burrow off: ';

const bom = '\xef\xbb\xbf';

/** A text with lines commented out, or why it cannot be. */
export type CommentedOut = { text: string; lines: number[] } | { obstacle: Obstacle };

/**
 * Comments lines out, so that a shell accepts the file as before: what belongs to a command or a block goes with it.
 * Nothing else changes, and `uncommented` gives the text back. `chosen`: numbers of lines, from 1. Pure.
 */
export function commentOut(text: string, chosen: readonly number[], syntax: Syntax): CommentedOut {
  const { taken, obstacle } = wholeLines(text, chosen, syntax);
  if (obstacle !== null) return { obstacle };
  const wanted = new Set(taken);
  const edited = mapLines(text, (line, number) => (wanted.has(number) ? offMark + line : line));
  // The reading of both texts must agree, or there is something in them that it does not know.
  const isWorse = readTree(edited, syntax).faults.length > readTree(text, syntax).faults.length;
  return isWorse ? { obstacle: 'unclear' } : { text: edited, lines: taken };
}

/** A line that was commented out: where, and as it was. */
export interface OffLine {
  line: number;
  text: string;
}

/** The lines that an edit has commented out; empty if it has done anything else. Pure. */
export function offLines(before: string, after: string): OffLine[] {
  const old = linesOf(before);
  const changed = linesOf(after);
  const found: OffLine[] = [];
  if (old.length !== changed.length) return [];
  for (const [index, text] of old.entries()) {
    if (text === changed[index]) continue;
    if (offMark + text !== changed[index]) return [];
    found.push({ line: index + 1, text });
  }
  return found;
}

/**
 * The text with these lines as they were, wherever they stand by now. `missing`: some or all of them are no longer there
 * as they were left. Pure.
 */
export function uncommented(
  text: string,
  off: readonly OffLine[],
): { text: string } | { missing: 'some' | 'all' } {
  const lines = linesOf(text);
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith(offMark)) continue;
    const same = places.get(line);
    if (same) same.push(index);
    else places.set(line, [index]);
  }
  const chosen = new Map<number, string>();
  let missing = 0;
  // Lines that were moved together have all moved as far as the one before.
  let shift = 0;
  for (const each of off) {
    const wanted = each.line - 1 + shift;
    const free = (places.get(offMark + each.text) ?? []).filter((index) => !chosen.has(index));
    const index = free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
    if (index === undefined) missing++;
    else {
      chosen.set(index, each.text);
      shift = index - (each.line - 1);
    }
  }
  if (missing > 0) return { missing: missing === off.length ? 'all' : 'some' };
  return { text: mapLines(text, (line, number) => chosen.get(number - 1) ?? line) };
}

/** A byte order mark belongs to no line. */
function mapLines(text: string, change: (line: string, number: number) => string): string {
  const start = text.startsWith(bom) ? bom : '';
  const lines = linesOf(text).map((line, index) => change(line, index + 1));
  return start + lines.join('\n');
}

function linesOf(text: string): string[] {
  return (text.startsWith(bom) ? text.slice(bom.length) : text).split('\n');
}
