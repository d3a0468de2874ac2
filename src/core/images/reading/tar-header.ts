import { Damaged } from './damaged.ts';

export const blockBytes = 512;

/** The fields of a header block, names still as bytes. */
export interface TarHeader {
  name: Buffer;
  link: Buffer;
  /** `0`: a file, `5`: a folder, `x`: records for the next entry, … (pax(1), "ustar Interchange Format"); NUL: V7's file. */
  type: string;
  /** As the header says; only some types have content. */
  bytes: number;
  /** Permission bits. */
  mode: number;
  uid: number;
  gid: number;
}

export function isZero(block: Buffer): boolean {
  for (let at = 0; at < blockBytes; at++) if (block[at] !== 0) return false;
  return true;
}

/**
 * Whether the checksum of a block is right, as for every header: bytes may have been added up with or without a sign. Few
 * other bytes look like it.
 */
export function isHeader(block: Buffer): boolean {
  if (block.length < blockBytes) return false;
  const told = octal(block, 148, 8);
  let unsigned = 8 * 0x20;
  let negatives = 0;
  for (let at = 0; at < blockBytes; at++) {
    if (at >= 148 && at < 156) continue;
    const byte = block[at] ?? 0;
    unsigned += byte;
    if (byte > 0x7f) negatives++;
  }
  return told === unsigned || told === unsigned - 256 * negatives;
}

/** Parses a header block as Go's archive/tar does, which wrote nearly every image. Throws Damaged. */
export function parseHeader(block: Buffer): TarHeader {
  if (!isHeader(block)) throw new Damaged('checksum');
  const name = field(block, 0, 100);
  // Of V7 there is no magic; GNU's has a space in place of the version, and its times where the prefix is.
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const isStar = isUstar && block.toString('latin1', 508, 512) === 'tar\0';
  const prefix = isUstar ? field(block, 345, isStar ? 131 : 155) : null;
  return {
    name: prefix && prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name,
    link: field(block, 157, 100),
    type: String.fromCharCode(block[156] ?? 0),
    bytes: number(block, 124, 12),
    mode: number(block, 100, 8) & 0o7777,
    uid: number(block, 108, 8),
    gid: number(block, 116, 8),
  };
}

/** A text field ends at its first NUL, or with its last byte. */
export function field(block: Buffer, at: number, length: number): Buffer {
  const whole = block.subarray(at, at + length);
  const end = whole.indexOf(0);
  return end === -1 ? whole : whole.subarray(0, end);
}

function number(block: Buffer, at: number, length: number): number {
  const value = ((block[at] ?? 0) & 0x80) === 0 ? octal(block, at, length) : binary(block, at, length);
  if (!Number.isSafeInteger(value) || value < 0) throw new Damaged('number');
  return value;
}

/** NaN if it is not octal. */
function octal(block: Buffer, at: number, length: number): number {
  let value = 0;
  let isOver = false;
  let digits = 0;
  for (let index = at; index < at + length; index++) {
    const byte = block[index] ?? 0;
    if (byte === 0 || byte === 0x20) {
      if (digits > 0) isOver = true;
    } else if (isOver || byte < 0x30 || byte > 0x37) return Number.NaN;
    else {
      value = value * 8 + byte - 0x30;
      digits++;
    }
  }
  return value;
}

/** GNU's form of what octal digits cannot hold: a big-endian number after a set bit; negative ones are NaN. */
function binary(block: Buffer, at: number, length: number): number {
  const first = block[at] ?? 0;
  if ((first & 0x40) !== 0) return Number.NaN;
  let value = first & 0x3f;
  for (let index = at + 1; index < at + length; index++) value = value * 256 + (block[index] ?? 0);
  return value;
}
