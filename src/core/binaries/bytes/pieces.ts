import type { FileHandle } from 'node:fs/promises';
import { Damaged } from './bytes.ts';
import type { Content } from './content.ts';
import { lazyContent, type Source } from './lazy-bytes.ts';

/** The size of the pieces in which a file is read; the last may be shorter. */
export const pieceBytes = 16 * 1024;

/** A Go program needs two to five; one that needs many more is hostile. */
const maxReads = 50;

/** Larger than any section that holds build info; a program that claims more is hostile. */
const maxReadBytes = 64 * 1024 * 1024;

/** `parse` needs bytes that have not been read from the file yet. */
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
 * Calls `parse` with the content of a file of `bytes` bytes, of which only the pieces that it accesses are read: each
 * time it needs a missing piece, it is called again from the start. So it must be fast and free of side effects.
 * `first` is the first piece. Throws what `parse` throws, `Damaged` if it needs too many pieces or the file shrinks,
 * and errors of the file system.
 */
export async function readPieces<T>(
  file: FileHandle,
  bytes: number,
  first: Buffer,
  parse: (content: Content) => T,
): Promise<T> {
  const pieces: Pieces = new Map([[0, first]]);
  const source: Source = {
    take: (offset, length) => take(pieces, offset, length),
    copy: (offset, length, to) => to.set(take(pieces, offset, length)),
  };
  const content = lazyContent(source, 0, bytes);
  for (let reads = 0; reads < maxReads; reads++) {
    try {
      return parse(content);
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      await fill(file, bytes, pieces, error);
    }
  }
  throw new Damaged('its build info is scattered over the whole file.');
}

/** By piece number, from 0. */
type Pieces = Map<number, Buffer>;

/** Throws `Absent` if some of these bytes have not been read. */
function take(pieces: Pieces, offset: number, length: number): Buffer {
  if (length === 0) return Buffer.alloc(0);
  const first = Math.floor(offset / pieceBytes);
  const last = Math.floor((offset + length - 1) / pieceBytes);
  const parts: Buffer[] = [];
  for (let number = first; number <= last; number++) {
    const piece = pieces.get(number);
    if (!piece) throw new Absent(offset, length);
    parts.push(piece);
  }
  const [only = Buffer.alloc(0), ...more] = parts;
  const joined = more.length > 0 ? Buffer.concat(parts) : only;
  return joined.subarray(offset - first * pieceBytes, offset - first * pieceBytes + length);
}

async function fill(
  file: FileHandle,
  bytes: number,
  pieces: Pieces,
  { offset, length }: Absent,
): Promise<void> {
  if (length > maxReadBytes) throw new Damaged(`its build info claims to need ${length} bytes.`);
  const first = Math.floor(offset / pieceBytes);
  const start = first * pieceBytes;
  const end = Math.min(bytes, Math.ceil((offset + length) / pieceBytes) * pieceBytes);
  const read = Buffer.allocUnsafeSlow(end - start);
  for (let at = 0; at < read.length; ) {
    const { bytesRead } = await file.read(read, at, read.length - at, start + at);
    if (bytesRead === 0) throw new Damaged('it shrank while it was read.');
    at += bytesRead;
  }
  for (let at = 0; at < read.length; at += pieceBytes) {
    pieces.set(first + at / pieceBytes, read.subarray(at, at + pieceBytes));
  }
}
