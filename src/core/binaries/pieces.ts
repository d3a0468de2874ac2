import type { FileHandle } from 'node:fs/promises';
import { Bytes, Damaged } from './bytes.ts';
import { type Content, magicBytes } from './content.ts';

/** The file is read in pieces of so many bytes; the last may be shorter. */
export const pieceBytes = 16 * 1024;

/** A Go program needs two to five; one that needs many more was made to waste time. */
const mostReads = 50;

/** More than a section takes that tells about a program; one that claims more was made to fill the memory. */
const mostAtOnce = 64 * 1024 * 1024;

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
 * each time it comes to bytes that are not there yet. It must be quick, and have no effects. `first` is the first
 * piece. Throws what `parse` throws, `Damaged` when it needs too many pieces or the file shrinks, and what the file
 * system says.
 */
export async function readPieces<T>(
  file: FileHandle,
  bytes: number,
  first: Buffer,
  parse: (content: Content) => T,
): Promise<T> {
  const pieces: Pieces = new Map([[0, first]]);
  for (let reads = 0; reads < mostReads; reads++) {
    try {
      return parse(contentOf(pieces, 0, bytes));
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      await fill(file, bytes, pieces, error);
    }
  }
  throw new Damaged('what tells about it is strewn all over the file.');
}

/** By their number: the first is 0. */
type Pieces = Map<number, Buffer>;

function contentOf(pieces: Pieces, start: number, length: number): Content {
  return {
    head: () => take(pieces, start, Math.min(magicBytes, length)),
    bytes: (littleEndian, pointerBytes) =>
      new PieceBytes({ pieces, start, length }, littleEndian, pointerBytes),
    part: (offset, partLength) => contentOf(pieces, start + offset, partLength),
  };
}

/** Throws `Absent` where some of these bytes are not there. */
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
  if (length > mostAtOnce) throw new Damaged(`${length} bytes are said to tell about it.`);
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

/** Numbers and texts of a content that is read in pieces. */
class PieceBytes extends Bytes {
  readonly #source: { pieces: Pieces; start: number; length: number };

  constructor(
    source: { pieces: Pieces; start: number; length: number },
    littleEndian: boolean,
    pointerBytes: 4 | 8,
  ) {
    super(Buffer.alloc(0), littleEndian, pointerBytes);
    this.#source = source;
  }

  override get length(): number {
    return this.#source.length;
  }

  override part(offset: number, length: number): Bytes {
    this.check(offset, length);
    const { pieces, start } = this.#source;
    return new Bytes(take(pieces, start + offset, length), this.littleEndian, this.pointerBytes);
  }

  override u8(offset: number): number {
    return this.part(offset, 1).u8(0);
  }

  override u16(offset: number): number {
    return this.part(offset, 2).u16(0);
  }

  override u32(offset: number): number {
    return this.part(offset, 4).u32(0);
  }

  override text(offset: number, most: number): string {
    this.check(offset, 0);
    return this.part(offset, Math.min(most, this.length - offset)).text(0, most);
  }
}
