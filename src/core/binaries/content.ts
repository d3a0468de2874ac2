import { Bytes } from './bytes.ts';

/** A file's content, or a part of it: all of it in memory, or read where it is looked at (pieces.ts). */
export interface Content {
  /** The first bytes, which tell how to read the rest; fewer of a shorter file. */
  head(): Buffer;
  bytes(littleEndian: boolean, pointerBytes: 4 | 8): Bytes;
  part(offset: number, length: number): Content;
}

/** What tells a format, and in which order and width it keeps its numbers, stands in so many bytes. */
export const magicBytes = 8;

/** A content that is there. */
export function wholeContent(buffer: Buffer): Content {
  return {
    head: () => buffer.subarray(0, magicBytes),
    bytes: (littleEndian, pointerBytes) => new Bytes(buffer, littleEndian, pointerBytes),
    part: (offset, length) => wholeContent(buffer.subarray(offset, offset + length)),
  };
}
