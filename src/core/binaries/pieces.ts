import type { FileHandle } from 'node:fs/promises';
import { Damaged, type Need } from './bytes.ts';

const pieceBytes = 64 * 1024;

/** A Go program needs four or five; one that needs many more was made to waste time. */
const mostReads = 50;

/** Bytes were looked at that have not been read from the file yet. */
class Absent extends Error {
  readonly offset: number;
  readonly length: number;

  constructor(offset: number, length: number) {
    super('not read yet');
    this.name = 'Absent';
    this.offset = offset;
    this.length = length;
  }
}

/**
 * Lets `parse` look at a file of `bytes` bytes of which only those pieces are read that it looks at: it is begun anew
 * each time it comes to bytes that are not there yet. It must be quick, and have no effects. Throws what `parse`
 * throws, `Damaged` when it needs too many pieces or the file shrinks, and what the file system says.
 */
export async function readPieces<T>(
  file: FileHandle,
  bytes: number,
  parse: (content: Buffer, need: Need) => T,
): Promise<T> {
  // The system gives out memory only for the pages that are written to.
  const content = Buffer.alloc(bytes);
  const there = new Set<number>();
  const need: Need = (offset, length) => {
    const last = Math.floor((offset + Math.max(length, 1) - 1) / pieceBytes);
    for (let piece = Math.floor(offset / pieceBytes); piece <= last; piece++) {
      if (!there.has(piece)) throw new Absent(offset, length);
    }
  };
  for (let reads = 0; reads < mostReads; reads++) {
    try {
      return parse(content, need);
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      await fill(file, content, there, error);
    }
  }
  throw new Damaged('what tells about it is strewn all over the file.');
}

async function fill(
  file: FileHandle,
  content: Buffer,
  there: Set<number>,
  { offset, length }: Absent,
): Promise<void> {
  const first = Math.floor(offset / pieceBytes);
  const end = Math.min(content.length, Math.ceil((offset + Math.max(length, 1)) / pieceBytes) * pieceBytes);
  let at = first * pieceBytes;
  while (at < end) {
    const { bytesRead } = await file.read(content, at, end - at, at);
    if (bytesRead === 0) throw new Damaged('it shrank while it was read.');
    at += bytesRead;
  }
  for (let piece = first; piece * pieceBytes < end; piece++) there.add(piece);
}
