import { Bytes } from './bytes.ts';

/** The content of a file or of a part of it, either in memory or read on demand (pieces.ts). */
export interface Content {
  /** The first `magicBytes` bytes, or fewer if the content is shorter. */
  head(): Buffer;
  bytes(littleEndian: boolean, pointerBytes: 4 | 8): Bytes;
  part(offset: number, length: number): Content;
}

/** The number of leading bytes that determine a format, its byte order and its pointer size. */
export const magicBytes = 8;

/** Content that is entirely in memory. */
export function wholeContent(buffer: Buffer): Content {
  return {
    head: () => buffer.subarray(0, magicBytes),
    bytes: (littleEndian, pointerBytes) => new Bytes(buffer, littleEndian, pointerBytes),
    part: (offset, length) => wholeContent(buffer.subarray(offset, offset + length)),
  };
}
