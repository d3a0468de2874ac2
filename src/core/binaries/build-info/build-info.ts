import { type Bytes, Damaged, occurrences } from '../bytes/index.ts';
import { stringLength } from './go-version.ts';
import { fileOffset, type Image } from '../formats/index.ts';

/** The build info that the linker embedded, not yet parsed. */
export interface RawBuildInfo {
  /** As returned by `runtime.Version()`: `go1.26.1`, possibly followed by experiments. */
  goVersion: string;
  /** Lines of path, mod, dep, => and build; empty for programs built without modules. */
  moduleLines: string;
}

// debug/buildinfo in Go's library
const magic = Buffer.from('\xff Go buildinf:', 'latin1');
const alignment = 16;
const headerBytes = 32;
const inlineFlag = 2;
const bigEndianFlag = 1;
/** More than thousands of modules need. */
const maxBytes = 16 * 1024 * 1024;
/** Go puts 16 bytes before and after the lines, for older tools that search for them. */
const sentinelBytes = 16;

/** Finds and reads Go's build info. null: there is none, so this is not a Go program. Throws `Damaged`. */
export function readBuildInfo(image: Image): RawBuildInfo | null {
  const offset = findBuildInfo(image);
  if (offset === null) return null;
  const flags = image.bytes.u8(offset + 15);
  const [goVersion, framed] =
    flags & inlineFlag
      ? inlineStrings(image.bytes, offset + headerBytes)
      : pointedStrings(image, offset, (flags & bigEndianFlag) === 0);
  if (!goVersion.startsWith('go') && !goVersion.startsWith('devel')) return null;
  return { goVersion, moduleLines: unframe(framed).toString('utf8') };
}

/** In ELF and Mach-O it has its own section; in PE, or without section names, it is in writable data. */
function findBuildInfo(image: Image): number | null {
  const named = image.sections.filter((s) => /(^\.|,__)go[._]buildinfo$/.test(s.name));
  const places =
    named.length > 0
      ? named.map((s) => ({ address: s.address, offset: s.offset, bytes: s.fileBytes }))
      : image.mappings.filter((m) => m.writable);
  for (const place of places) {
    const end = place.offset + place.bytes;
    for (const at of occurrences(image.bytes, magic, place.offset, end)) {
      if ((place.address + at - place.offset) % alignment === 0 && at + headerBytes <= end) return at;
    }
  }
  return null;
}

/** Go 1.18 and newer: two strings after the header, each preceded by its length as a varint. */
function inlineStrings(bytes: Bytes, offset: number): [string, Buffer] {
  const version = varintString(bytes, offset);
  const lines = varintString(bytes, version.end);
  return [version.content.toString('utf8'), lines.content];
}

function varintString(bytes: Bytes, offset: number): { content: Buffer; end: number } {
  let length = 0;
  let at = offset;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes.u8(at++);
    length += (byte & 0x7f) * shift;
    if (byte < 0x80 || length > maxBytes) break;
  }
  return { content: limited(bytes, at, length), end: at + length };
}

/** Before Go 1.18: two pointers to Go strings; a Go string is a pointer and a length. */
function pointedStrings(image: Image, offset: number, littleEndian: boolean): [string, Buffer] {
  const pointerBytes = image.bytes.u8(offset + 14);
  const { bytes } = image;
  if (littleEndian !== bytes.littleEndian || pointerBytes !== bytes.pointerBytes)
    return ['', Buffer.alloc(0)];
  const string = (pointer: number): Buffer => {
    const header = fileOffset(image, bytes.pointer(pointer));
    if (header === null) return Buffer.alloc(0);
    const content = fileOffset(image, bytes.pointer(header));
    return content === null ? Buffer.alloc(0) : limited(bytes, content, bytes.pointer(header + pointerBytes));
  };
  return [string(offset + 16).toString('utf8'), string(offset + 16 + pointerBytes)];
}

/** The 16 bytes before the lines (cmd/go/internal/modload/build.go, `infoStart`). */
const infoStart = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');

/**
 * The lines of a program without build info: Go 1.12 had none yet, and put the lines into a variable only. Empty: there
 * are none.
 */
export function readModuleVariable(image: Image): string {
  for (const place of image.sections) {
    if (place.bucket !== 'read-only-data' && !place.holdsTables) continue;
    const end = place.offset + place.fileBytes;
    for (const at of occurrences(image.bytes, infoStart, place.offset, end)) {
      const bytes = stringLength(image, place.address + at - place.offset, maxBytes);
      if (bytes !== null && at + bytes <= end)
        return unframe(image.bytes.part(at, bytes).buffer).toString('utf8');
    }
  }
  return '';
}

function limited(bytes: Bytes, offset: number, length: number): Buffer {
  if (length > maxBytes) throw new Damaged(`its build info claims to be ${length} bytes long.`);
  return bytes.part(offset, length).buffer;
}

function unframe(framed: Buffer): Buffer {
  const last = framed.length - sentinelBytes - 1;
  return last >= sentinelBytes && framed[last] === 0x0a
    ? framed.subarray(sentinelBytes, last + 1)
    : Buffer.alloc(0);
}
