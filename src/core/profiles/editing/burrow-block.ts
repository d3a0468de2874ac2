/** The lines between which a profile's text is Burrow's. */
export const blockStart = '# >>> burrow >>>';
export const blockEnd = '# <<< burrow <<<';

/** A block with its markers, from the start of its first line to the end of its last, the newline included. */
export interface FoundBlock {
  from: number;
  to: number;
}

/** Why no edit is safe. `lines`: where the markers are, counted from 1. */
export interface BrokenMarkers {
  reason: 'repeated' | 'unpaired';
  lines: number[];
}

/** Finds Burrow's block; null when there is none. The text may have CRLF and any encoding (as Latin-1). Pure. */
export function findBlock(text: string): FoundBlock | BrokenMarkers | null {
  const starts: Line[] = [];
  const ends: Line[] = [];
  for (const line of linesOf(text)) {
    if (line.text === blockStart) starts.push(line);
    if (line.text === blockEnd) ends.push(line);
  }
  const [start] = starts;
  const [end] = ends;
  if (!start && !end) return null;
  const lines = [...starts, ...ends].map(({ number }) => number).toSorted((a, b) => a - b);
  if (starts.length > 1 || ends.length > 1) return { reason: 'repeated', lines };
  if (!start || !end || end.from < start.from) return { reason: 'unpaired', lines };
  return { from: start.from, to: end.to };
}

interface Line {
  /** Without blanks around it. */
  text: string;
  number: number;
  from: number;
  /** Behind its newline. */
  to: number;
}

function* linesOf(text: string): Generator<Line> {
  let from = 0;
  for (let number = 1; from < text.length; number++) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline + 1;
    yield { text: text.slice(from, to).trim(), number, from, to };
    from = to;
  }
}

/** A change of a text at one place: what is removed there, and what stands there afterwards. */
export interface Splice {
  at: number;
  removed: string;
  inserted: string;
}

/** Applies a splice. Pure. */
export function spliced(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** Replaces the block. null: it says that already. Pure. */
export function replaceBlock(text: string, { from, to }: FoundBlock, block: string): Splice | null {
  const removed = text.slice(from, to);
  // The block's last line may be the file's, without a newline.
  if (removed === block || `${removed}\n` === block) return null;
  return { at: from, removed, inserted: block };
}

/**
 * Inserts the block at the start of a line, or at the end of the text, with a blank line around it. The blank line
 * before also ends a command that a backslash continues. Pure.
 */
export function insertBlock(text: string, at: number, block: string): Splice {
  if (at < text.length) return { at, removed: '', inserted: `${block}\n` };
  const open = text === '' || text.endsWith('\n') ? '' : '\n';
  return { at, removed: '', inserted: text === '' ? block : `${open}\n${block}` };
}
