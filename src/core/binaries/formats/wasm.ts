import { type Bytes, type Content, Cursor, Damaged } from '../bytes/index.ts';
import type { BucketName, Image, ImageSection } from './image.ts';

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
  const sections: (ImageSection & { id: number; content: number })[] = [];
  const from = new Cursor(bytes, headerBytes);
  while (!from.done) {
    const offset = from.at;
    const id = from.u8();
    const size = from.varint();
    const start = from.at;
    const name = id === 0 ? from.name() : (sectionNames[id] ?? `section ${id}`);
    const contentAt = from.at;
    if (sections.length >= maxSections) throw new Damaged('it has too many sections.');
    from.at = start;
    from.skip(size);
    sections.push({
      id,
      content: contentAt,
      name,
      offset,
      fileBytes: from.at - offset,
      address: 0,
      memoryBytes: 0,
      writable: false,
      bucket: bucketOf(id, name),
    });
  }
  const contentOf = (found: (typeof sections)[number] | undefined): Bytes | null => {
    const end = found ? found.offset + found.fileBytes : 0;
    return found && found.content <= end ? bytes.part(found.content, end - found.content) : null;
  };
  const bodyOf = (id: number) => contentOf(sections.find((s) => s.id === id)) ?? bytes.part(0, 0);
  const data = sections.find((s) => s.id === dataSection);
  const segments = data ? readSegments(bodyOf(dataSection), data.content) : [];
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
    custom: (name) => contentOf(sections.find((s) => s.id === 0 && s.name === name)),
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
  const from = new Cursor(body);
  const count = from.done ? 0 : from.varint();
  if (count > maxSegments) throw new Damaged(`it claims ${count} pieces of data.`);
  for (let i = 0; i < count; i++) {
    const kind = from.varint();
    if (kind === 2) from.varint();
    // 1: not in memory at the start
    const address = kind === 1 ? null : constant(from);
    const bytes = from.varint();
    const offset = fileOffset + from.skip(bytes);
    if (address !== null) segments.push({ address, offset, bytes });
  }
  return segments.toSorted((a, b) => a.address - b.address);
}

/** `i32.const ADDRESS end`, the only form that linkers write. */
function constant(from: Cursor): number {
  const begins = from.u8() === 0x41;
  const address = from.address();
  if (!begins || from.u8() !== 0x0b) throw new Damaged('the place of a piece of data is computed.');
  return address;
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
  const from = new Cursor(body);
  const count = from.done ? 0 : from.varint();
  if (count > maxImports) throw new Damaged(`it claims ${count} imports.`);
  for (let i = 0; i < count; i++) {
    const [module, name] = [from.name(), from.name()];
    // Only functions are of interest, and linkers write them first.
    if (from.u8() !== 0) break;
    from.varint();
    imports.push({ module, name });
  }
  return imports;
}

function readCode(body: Bytes): number[] {
  const sizes: number[] = [];
  const from = new Cursor(body);
  for (let left = from.done ? 0 : from.varint(); left > 0; left--) {
    const start = from.at;
    from.skip(from.varint());
    sizes.push(from.at - start);
  }
  return sizes;
}

/** The names of functions, from the `name` section, by their index among all functions, the imported ones first. */
export function* functionNames(names: Bytes): Generator<{ index: number; name: string }> {
  const from = new Cursor(names);
  while (!from.done) {
    const kind = from.u8();
    const size = from.varint();
    if (kind !== 1) {
      from.skip(size);
      continue;
    }
    for (let left = from.varint(); left > 0; left--) yield { index: from.varint(), name: from.name() };
    return;
  }
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
