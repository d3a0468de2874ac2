import { profileMark } from '#core/system';

/** The lines between which a profile's text is Burrow's. */
export const blockStart = profileMark;
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
  const [starts, ends] = [linesWith(text, blockStart), linesWith(text, blockEnd)];
  const [start] = starts;
  const [end] = ends;
  if (!start && !end) return null;
  const lines = [...starts, ...ends].map(({ number }) => number).toSorted((a, b) => a - b);
  if (starts.length > 1 || ends.length > 1) return { reason: 'repeated', lines };
  if (!start || !end || end.from < start.from) return { reason: 'unpaired', lines };
  return { from: start.from, to: end.to };
}

interface Line {
  number: number;
  from: number;
  /** Behind its newline. */
  to: number;
}

/** As many markers as a message needs to name. */
const maxMarkers = 10;

/** The first lines that are this marker, perhaps with blanks around it. */
function linesWith(text: string, marker: string): Line[] {
  const found: Line[] = [];
  let [number, counted] = [1, 0];
  for (let at = text.indexOf(marker); at !== -1 && found.length < maxMarkers; ) {
    const from = text.lastIndexOf('\n', at) + 1;
    const newline = text.indexOf('\n', at);
    const to = newline === -1 ? text.length : newline + 1;
    number += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    if (text.slice(from, to).trim() === marker) found.push({ number, from, to });
    at = text.indexOf(marker, to);
  }
  return found;
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
