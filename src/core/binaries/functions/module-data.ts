import type { FunctionTable, TableLayout } from './function-table.ts';
import { eachRelocation, fileOffset, type Image, withRelocations } from '../formats/index.ts';
import { occurrences } from '../bytes/index.ts';

/** Facts from the runtime's `moduledata` that sections do not contain. Memory addresses; null if not readable. */
export interface ModuleData {
  /** Where it is itself. */
  address: number;
  /** The base of the function table's addresses: the symbol `runtime.text`. */
  text: number | null;
  /** The end of Go's own code: the symbol `runtime.etext`. */
  textEnd: number | null;
  /** Data without pointers: `runtime.noptrdata` to `runtime.enoptrdata`. */
  noPointers: { start: number; end: number } | null;
  /** The end of the function table. */
  tableEnd: number | null;
  /** What offsets of function data (stack maps, inline trees) are relative to: `go:func.*`, since Go 1.18. */
  functionData: number | null;
  /** Types (Go 1.27 and newer), or the indexes of them (before). */
  types: { address: number; bytes: number }[];
  /** What offsets of types and names are relative to; before Go 1.27, all read-only data may follow. */
  typesStart: number | null;
  typesEnd: number | null;
  /** Offsets of types that the runtime looks up by name, before Go 1.27. */
  typelinks: { address: number; bytes: number } | null;
  /** Go 1.27 and newer: the bytes from `typesStart` that are types, one after the other. */
  typeBytes: number | null;
  /** Pairs of an interface and a type with its methods: pointers to them before Go 1.27, themselves since. */
  itabs: { address: number; bytes: number } | null;
}

/** Words of runtime/symtab.go's moduledata. Slices are three words: pointer, length, capacity. */
interface Layout {
  /** The first Go 1 release that has it. */
  since: number;
  /** The slice that ends the function table: its records, or before Go 1.16 all of it. */
  last: number;
  /** The start of Go's code, followed by its end. */
  text: number;
  /** The start of types; Go 1.27 inserted the number of their bytes between it and their end. */
  types: number | null;
  functionData: number | null;
  tableEnd: number | null;
  /** Followed by the slice of itabs. */
  typelinks: number | null;
}

const recent = { last: 13, text: 22, types: null, tableEnd: null };

/** By the Go 1 release that moved a word, newest first. */
const layouts: readonly Layout[] = [
  { ...recent, since: 27, types: 37, functionData: 43, tableEnd: 44, typelinks: null },
  { ...recent, since: 26, types: 37, functionData: 40, tableEnd: 41, typelinks: 45 },
  { ...recent, since: 20, types: 37, functionData: 40, typelinks: 44 },
  { ...recent, since: 18, types: 35, functionData: 38, typelinks: 42 },
  { ...recent, since: 16, types: 35, functionData: null, typelinks: 40 },
  { ...recent, since: 5, last: 0, text: 12, types: 25, functionData: null, typelinks: 30 },
];
const words = 56;

/** What has not moved as long as the function table has had this layout, for a program of an unknown release. */
const certain: Record<TableLayout, Layout> = {
  'go1.2': { ...recent, since: 0, last: 0, text: 12, functionData: null, typelinks: null },
  'go1.16': { ...recent, since: 0, functionData: null, typelinks: null },
  'go1.18': { ...recent, since: 0, functionData: null, typelinks: null },
  'go1.20': { ...recent, since: 0, functionData: null, typelinks: null },
};

/**
 * Finds the runtime's `moduledata`, which begins with a pointer to the function table, followed by pointers into it.
 * `release` is the program's Go 1 release (26 for go1.26.1); null: not known. Returns null if it is not found, for
 * example because pointers are encoded, or because the table is that of an embedded program.
 */
export function readModuleData(
  image: Image,
  table: FunctionTable,
  release: number | null,
): ModuleData | null {
  const layout = release === null ? certain[table.layout] : layouts.find((each) => each.since <= release);
  if (!layout) return null;
  const found = findModuleData(image, table);
  if (!found) return null;
  const { at } = found;
  const slice = (pointer: number | null, itemBytes: number) => {
    if (pointer === null) return null;
    const [address, count] = [at(pointer), at(pointer + 1)];
    return address !== null && count !== null && count > 0 ? { address, bytes: count * itemBytes } : null;
  };
  const word = (index: number | null) => (index === null ? null : at(index));
  const [last, length] = [at(layout.last), at(layout.last + 1)];
  return {
    address: found.address,
    text: at(layout.text),
    textEnd: at(layout.text + 1),
    tableEnd:
      layout.tableEnd === null
        ? last !== null && length !== null
          ? last + length
          : null
        : at(layout.tableEnd),
    noPointers: rangeOf(at(layout.text + 2), at(layout.text + 3)),
    functionData: word(layout.functionData),
    ...typesOf(layout, word, slice, image.bytes.pointerBytes),
  };
}

function rangeOf(start: number | null, end: number | null): ModuleData['noPointers'] {
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function typesOf(
  { since, types, typelinks }: Layout,
  word: (index: number | null) => number | null,
  slice: (pointer: number | null, itemBytes: number) => { address: number; bytes: number } | null,
  pointerBytes: number,
): Omit<ModuleData, 'address' | 'text' | 'textEnd' | 'noPointers' | 'tableEnd' | 'functionData'> {
  const typesStart = word(types);
  if (since >= 27 && types !== null) {
    const [typeBytes, typesEnd, itabs, itabBytes] = [1, 2, 3, 4].map((i) => word(types + i));
    const known = typesStart !== null && typesEnd && typesEnd > typesStart;
    return {
      types: known ? [{ address: typesStart, bytes: typesEnd - typesStart }] : [],
      typesStart,
      typesEnd: typesEnd ?? null,
      typelinks: null,
      typeBytes: typeBytes ?? null,
      itabs:
        typesStart !== null && itabs && itabBytes ? { address: typesStart + itabs, bytes: itabBytes } : null,
    };
  }
  const links = slice(typelinks, 4);
  const itabs = slice(typelinks === null ? null : typelinks + 3, pointerBytes);
  return {
    types: [links, itabs].filter((each) => each !== null),
    typesStart,
    typesEnd: word(types === null ? null : types + 1),
    typelinks: links,
    typeBytes: null,
    itabs,
  };
}

/** Reads one word of the moduledata; null: not an exact number. */
type WordReader = (word: number) => number | null;

interface Candidate {
  address: number;
  at: WordReader;
}

function findModuleData(image: Image, table: FunctionTable): Candidate | null {
  // Which word points to which part of the table.
  const known =
    table.layout === 'go1.2'
      ? ([[3, table.index]] as const)
      : ([
          [1, table.names],
          [4, table.units],
          [13, table.index],
        ] as const);
  for (const found of candidates(image, table.address)) {
    const { at } = found;
    if (known.every(([word, offset]) => at(word) === table.address + (offset - table.offset))) return found;
  }
  return null;
}

function* candidates(image: Image, tableAddress: number): Generator<Candidate> {
  const { bytes } = image;
  const { pointerBytes } = bytes;
  const pattern = bytes.pointerTo(tableAddress);
  const places = image.sections.filter((s) => s.bucket === 'data');
  for (const { offset, address, fileBytes } of places) {
    for (const at of occurrences(bytes, pattern, offset, offset + fileBytes)) {
      const room = Math.min(words * pointerBytes, offset + fileBytes - at);
      if ((address + at - offset) % pointerBytes !== 0) continue;
      const content = bytes.part(at, room);
      yield {
        address: address + at - offset,
        at: (word) => ((word + 1) * pointerBytes <= room ? content.address(word * pointerBytes) : null),
      };
    }
  }
  if (pointerBytes === 8) yield* relocatedCandidates(image, pattern);
  if (image.fixupPages?.length) yield* chainedCandidates(image, tableAddress);
}

/** Of more places that point to the function table, none is looked at. */
const maxChained = 16;

/** In Mach-O programs that an external linker has put together, pointers are chained. */
function* chainedCandidates(image: Image, tableAddress: number): Generator<Candidate> {
  const found: number[] = [];
  eachRelocation(image, (address, low, high) => {
    if (found.length < maxChained && high * 2 ** 32 + low === tableAddress) found.push(address);
  });
  for (const address of found) {
    const place = fileOffset(image, address);
    if (place === null || place + words * 8 > image.bytes.length) continue;
    const content = withRelocations(image, image.bytes.part(place, words * 8), address);
    yield { address, at: (word) => (word < words ? content.address(word * 8) : null) };
  }
}

/**
 * In position-independent ELF programs the pointers are zero until the loader fills them in from tables of (where,
 * how, what). Lengths are not pointers and are already in place.
 */
function* relocatedCandidates(image: Image, pattern: Buffer): Generator<Candidate> {
  const entryBytes = 24;
  for (const { offset, bytes: length } of image.relocations) {
    for (const hit of occurrences(image.bytes, pattern, offset, offset + length)) {
      if ((hit - offset) % entryBytes !== 16) continue;
      const from = hit - 16;
      // The linker sorts them by address, so all entries for this structure follow.
      const entries = image.bytes.part(from, Math.min(words * entryBytes, offset + length - from));
      const address = entries.address(0);
      const place = address === null ? null : fileOffset(image, address);
      if (address === null || place === null || place + words * 8 > image.bytes.length) continue;
      const pointers = new Map<number, number>();
      for (let at = 0; at + entryBytes <= entries.length; at += entryBytes) {
        const [where, what] = [entries.address(at), entries.address(at + 16)];
        if (where !== null && what !== null) pointers.set((where - address) / 8, what);
      }
      const content = image.bytes.part(place, words * 8);
      yield { address, at: (word) => pointers.get(word) ?? content.address(word * 8) };
    }
  }
}
