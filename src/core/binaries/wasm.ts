import { type Bytes, Damaged } from './bytes.ts';
import type { Content } from './content.ts';
import { type BucketName, checkInside, type Image, type ImageSection } from './image.ts';

// The WebAssembly core specification, "Binary Format"
const sectionNames = [
  'custom',
  'type',
  'import',
  'function',
  'table',
  'memory',
  'global',
  'export',
  'start',
  'element',
  'code',
  'data',
  'datacount',
  'tag',
];
const importSection = 2;
const codeSection = 10;
const dataSection = 11;
const headerBytes = 8;
const maxSections = 20_000;
const maxImports = 100_000;
/** Far more than any Go program has. */
const maxSegments = 1_000_000;
/** More than the tables of any Go program; protects memory, because segments can be anywhere in it. */
const maxMemoryBytes = 128 * 1024 * 1024;

/** A WebAssembly module. Memory and file differ: the data is stored without its long runs of zeros. */
export interface WasmModule {
  image: Image;
  /** The memory as it is at the start, as an image of its own, whose offsets are addresses. */
  memory: Image;
  /** Where each part of the memory is in the file, by address. */
  segments: { address: number; offset: number; bytes: number }[];
  /** Module and field of the imports. */
  imports: { module: string; name: string }[];
  /** The size of each function's body, in the order of the code section. */
  codeBytes: number[];
  /** The content of a custom section; null: there is none. */
  custom: (name: string) => Bytes | null;
}

/** Reads a WebAssembly module. Throws `Damaged`. */
export function readWasm(content: Content): WasmModule {
  const bytes = content.bytes(true, 8);
  const sections: (ImageSection & { id: number; start: number })[] = [];
  for (let at = headerBytes; at < bytes.length; ) {
    const id = bytes.u8(at);
    const { value: size, end: start } = varint(bytes, at + 1);
    checkInside(bytes, start, size, `section ${id}`);
    const name = id === 0 ? readName(bytes, start, start + size).text : (sectionNames[id] ?? `section ${id}`);
    if (sections.length >= maxSections) throw new Damaged('it has too many sections.');
    sections.push({
      id,
      start,
      name,
      offset: at,
      fileBytes: start + size - at,
      address: 0,
      memoryBytes: 0,
      writable: false,
      bucket: bucketOf(id, name),
    });
    at = start + size;
  }
  const bodyOf = (id: number): Bytes => {
    const found = sections.find((s) => s.id === id);
    return found ? bytes.part(found.start, found.offset + found.fileBytes - found.start) : bytes.part(0, 0);
  };
  const data = sections.find((s) => s.id === dataSection);
  const segments = data ? readSegments(bodyOf(dataSection), data.start) : [];
  return {
    image: {
      bytes,
      arch: 'wasm',
      sections,
      mappings: [],
      extras: [],
      stripped: !sections.some((s) => s.id === 0 && s.name === 'name'),
      relocations: [],
    },
    memory: memoryOf(bytes, segments),
    segments,
    imports: readImports(bodyOf(importSection)),
    codeBytes: readCode(bodyOf(codeSection)),
    custom: (name) => {
      const found = sections.find((s) => s.id === 0 && s.name === name);
      if (!found) return null;
      const end = found.offset + found.fileBytes;
      const { end: from } = readName(bytes, found.start, end);
      return bytes.part(from, end - from);
    },
  };
}

/** Go puts all of its data into one memory: types, function tables, strings and variables. */
function bucketOf(id: number, name: string): BucketName {
  if (id === codeSection) return 'code';
  if (id === dataSection) return 'data';
  if (id !== 0) return 'other';
  if (name === 'name') return 'symbols';
  return name.startsWith('.debug_') ? 'debug-info' : 'other';
}

function readSegments(body: Bytes, fileOffset: number): WasmModule['segments'] {
  const segments: WasmModule['segments'] = [];
  if (body.length === 0) return segments;
  let { value: count, end: at } = varint(body, 0);
  if (count > maxSegments) throw new Damaged(`it claims ${count} pieces of data.`);
  for (; count > 0; count--) {
    const kind = varint(body, at);
    at = kind.end;
    let address: number | null = null;
    if (kind.value === 2) at = varint(body, at).end;
    if (kind.value === 0 || kind.value === 2) {
      // i32.const ADDRESS end, the only form that linkers write
      if (body.u8(at) !== 0x41) throw new Damaged('the place of a piece of data is computed.');
      const constant = varint(body, at + 1, true);
      address = constant.value;
      if (body.u8(constant.end) !== 0x0b) throw new Damaged('the place of a piece of data is computed.');
      at = constant.end + 1;
    }
    const { value: bytes, end } = varint(body, at);
    body.part(end, bytes);
    if (address !== null) segments.push({ address: address >>> 0, offset: fileOffset + end, bytes });
    at = end + bytes;
  }
  return segments.toSorted((a, b) => a.address - b.address);
}

function memoryOf(bytes: Bytes, segments: WasmModule['segments']): Image {
  const end = segments.reduce((last, { address, bytes: length }) => Math.max(last, address + length), 0);
  if (end > maxMemoryBytes) throw new Damaged(`its data fills ${end} bytes of memory.`);
  const memory = Buffer.alloc(end);
  for (const { address, offset, bytes: length } of segments) {
    bytes.part(offset, length).buffer.copy(memory, address);
  }
  const name = 'memory';
  const all = { address: 0, offset: 0, writable: true };
  return {
    bytes: bytes.over(memory),
    arch: 'wasm',
    sections: [{ ...all, name, fileBytes: end, memoryBytes: end, bucket: 'data', holdsTables: true }],
    mappings: [{ ...all, bytes: end }],
    extras: [],
    stripped: true,
    relocations: [],
  };
}

function readImports(body: Bytes): WasmModule['imports'] {
  const imports: WasmModule['imports'] = [];
  if (body.length === 0) return imports;
  let { value: count, end: at } = varint(body, 0);
  if (count > maxImports) throw new Damaged(`it claims ${count} imports.`);
  for (; count > 0; count--) {
    const module = readName(body, at, body.length);
    const name = readName(body, module.end, body.length);
    const kind = body.u8(name.end);
    // Only functions are of interest, and linkers write them first.
    if (kind !== 0) break;
    imports.push({ module: module.text, name: name.text });
    at = varint(body, name.end + 1).end;
  }
  return imports;
}

function readCode(body: Bytes): number[] {
  const sizes: number[] = [];
  if (body.length === 0) return sizes;
  let { value: count, end: at } = varint(body, 0);
  for (; count > 0; count--) {
    const { value: size, end } = varint(body, at);
    body.part(end, size);
    sizes.push(end + size - at);
    at = end + size;
  }
  return sizes;
}

/** A name of a function, from the `name` section, by its index among all functions, the imported ones first. */
export function* functionNames(names: Bytes): Generator<{ index: number; name: string }> {
  for (let at = 0; at < names.length; ) {
    const kind = names.u8(at);
    const { value: size, end: start } = varint(names, at + 1);
    if (kind === 1) {
      let { value: count, end: next } = varint(names, start);
      for (; count > 0; count--) {
        const index = varint(names, next);
        const { text, end } = readName(names, index.end, names.length);
        yield { index: index.value, name: text };
        next = end;
      }
      return;
    }
    at = start + size;
  }
}

export function readName(bytes: Bytes, offset: number, limit: number): { text: string; end: number } {
  const { value: length, end } = varint(bytes, offset);
  if (end + length > limit) throw new Damaged('a name is longer than its section.');
  return { text: bytes.part(end, length).buffer.toString('utf8'), end: end + length };
}

/** LEB128, of at most 32 bits. */
export function varint(bytes: Bytes, offset: number, signed = false): { value: number; end: number } {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes.u8(offset + i);
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte >= 0x80) continue;
    if (signed && byte & 0x40) value -= 2 ** (7 * (i + 1));
    return { value, end: offset + i + 1 };
  }
  throw new Damaged(`the number at byte ${offset} is too long.`);
}

/** Ranges of the memory as ranges of the file. */
export function inFile<T extends { offset: number; bytes: number }>(
  { segments }: Pick<WasmModule, 'segments'>,
  ranges: readonly T[],
): T[] {
  return ranges.flatMap((range) =>
    segments.flatMap((segment) => {
      const from = Math.max(range.offset, segment.address);
      const bytes = Math.min(range.offset + range.bytes, segment.address + segment.bytes) - from;
      return bytes > 0 ? [{ ...range, offset: segment.offset + from - segment.address, bytes }] : [];
    }),
  );
}

/**
 * The code of a module. Go's functions are not in its memory, and stand in the function table in the order of the code
 * section (cmd/link/internal/wasm/asm.go).
 */
export function wasmCode({ codeBytes }: Pick<WasmModule, 'codeBytes'>): {
  total: number;
  each: readonly number[];
} {
  return { total: codeBytes.reduce((sum, bytes) => sum + bytes, 0), each: codeBytes };
}
