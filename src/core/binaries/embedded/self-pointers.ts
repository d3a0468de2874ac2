import type { Bytes } from '../bytes/index.ts';
import { fileOffset, type Image } from '../formats/index.ts';

/** A place in the data of a program where a slice points to what follows it. */
export interface Place {
  address: number;
  offset: number;
  /** The bytes from here to the end of the section. */
  room: number;
  /**
   * The file offset to which the pointer at a byte of the content points, which starts here; null: to none. To be called
   * in ascending order.
   */
  pointers: (content: Bytes) => (at: number) => number | null;
}

const stepBytes = 1024 * 1024;

/**
 * The places where a slice points to what follows it, some of them twice. The compiler makes them where it writes a slice
 * and its elements as one piece of data, and hardly anything else does.
 */
export function* selfPointers(image: Image): Generator<Place> {
  for (const { address, offset, fileBytes, bucket, holdsTables } of image.sections) {
    if (bucket !== 'read-only-data' && bucket !== 'data' && !holdsTables) continue;
    for (const at of selfPointersIn(image.bytes, { address, offset, bytes: fileBytes })) {
      yield {
        address: address + at,
        offset: offset + at,
        room: fileBytes - at,
        pointers: (content) => (byte) => targetOf(image, content, byte),
      };
    }
  }
  if (image.bytes.pointerBytes === 8) yield* relocatedSelfPointers(image);
}

/** Only the lower halves of the pointers are compared: what follows tells the rest. */
function* selfPointersIn(
  bytes: Bytes,
  section: { address: number; offset: number; bytes: number },
): Generator<number> {
  const { pointerBytes } = bytes;
  const perPointer = pointerBytes / 4;
  const low = bytes.littleEndian ? 0 : perPointer - 1;
  const first = -section.address & (pointerBytes - 1);
  for (let from = first; from + 3 * pointerBytes <= section.bytes; from += stepBytes) {
    const length = Math.min(stepBytes, section.bytes - from) & ~(pointerBytes - 1);
    const words = wordsOf(bytes.part(section.offset + from, length));
    let expected = (section.address + from + 3 * pointerBytes) | 0;
    for (let i = low; i < words.length; i += perPointer) {
      if (words[i] === expected) yield from + (i - low) * 4;
      expected = (expected + pointerBytes) | 0;
    }
  }
}

/** As signed numbers of 32 bits: comparing those is fast. */
function wordsOf(bytes: Bytes): Int32Array {
  const words = bytes.words();
  return new Int32Array(words.buffer, words.byteOffset, words.length);
}

/**
 * Linkers of macOS may keep other data in the upper half of a pointer, and count from the start of the program (chained
 * fixups, mach-o/fixup-chains.h).
 */
function targetOf(image: Image, content: Bytes, at: number): number | null {
  const plain = content.address(at);
  const found = plain === null ? null : fileOffset(image, plain);
  if (found !== null || content.pointerBytes === 4) return found;
  const packed = (content.u32(at + 4) & 0xf) * 2 ** 32 + content.u32(at);
  return fileOffset(image, packed) ?? fileOffset(image, packed + packedBase);
}

/** Where the linkers of macOS put a program of 64 bits. */
const packedBase = 2 ** 32;
/** In position-independent ELF programs, pointers stand in tables of (where, how, what), sorted by where. */
function* relocatedSelfPointers(image: Image): Generator<Place> {
  for (const { offset, bytes: length } of image.relocations) {
    for (let from = 0; from + entryBytes <= length; from += stepEntries * entryBytes) {
      const entries = Math.floor(Math.min(length - from, stepEntries * entryBytes) / entryBytes);
      const step = image.bytes.part(offset + from, entries * entryBytes);
      const words = wordsOf(step);
      const low = step.littleEndian ? 0 : 1;
      for (let i = low; i < words.length; i += entryBytes / 4) {
        const after = ((words[i] ?? 0) + 3 * 8) | 0;
        // The length and the capacity are no pointers, so the next entry is for what follows them.
        const next = words[i + entryBytes / 4] ?? after;
        if (words[i + 4] !== after || next !== after) continue;
        const at = offset + from + (i - low) * 4;
        const place = relocatedPlace(image, at, offset + length);
        if (place) yield place;
      }
    }
  }
}

const entryBytes = 24;
const stepEntries = 32 * 1024;

/** The place that the first of the entries between two offsets fills in. */
function relocatedPlace(image: Image, from: number, end: number): Place | null {
  const address = image.bytes.part(from, 8).address(0);
  const section =
    address === null
      ? undefined
      : image.sections.find((s) => address >= s.address && address < s.address + s.fileBytes);
  if (address === null || !section) return null;
  const inSection = address - section.address;
  return {
    address,
    offset: section.offset + inSection,
    room: section.fileBytes - inSection,
    pointers: (content) => {
      // Every pointer has an entry, and no word has two.
      const most = Math.floor(content.length / 8) * entryBytes;
      const entries = image.bytes.part(from, Math.min(most, end - from));
      let entry = 0;
      return (at) => {
        for (; entry + entryBytes <= entries.length; entry += entryBytes) {
          const where = entries.address(entry) ?? 0;
          if (where > address + at) break;
          const what = where === address + at ? entries.address(entry + 16) : null;
          if (what !== null) return fileOffset(image, what);
        }
        return null;
      };
    },
  };
}
