import type { FunctionTable } from './function-table.ts';
import { fileOffset, type Image } from './image.ts';

/** Facts from the runtime's `moduledata` that sections do not contain. Memory addresses; null if not readable. */
export interface ModuleData {
  /** The base of the function table's addresses: the symbol `runtime.text`. */
  text: number | null;
  /** The end of the function table. */
  tableEnd: number | null;
  /** The data that function records refer to (stack maps, inline trees), if it is outside the table. */
  funcData: number | null;
  /** Types (Go 1.27 and newer), or the indexes of them (before). */
  types: { address: number; bytes: number }[];
}

// Words of runtime/symtab.go's moduledata that have not moved since Go 1.18.
const namesWord = 1;
const unitsWord = 4;
const indexWord = 13;
const textWord = 22;

/** The words that have moved, by the Go 1 release that moved them (newest first); lengths follow pointers. */
const layouts = [
  { since: 27, types: 37, typesEnd: 39, gofunc: null, tableEnd: 44, typelinks: null },
  { since: 26, types: null, typesEnd: null, gofunc: null, tableEnd: 41, typelinks: 45 },
  { since: 20, types: null, typesEnd: null, gofunc: 40, tableEnd: null, typelinks: 44 },
  { since: 18, types: null, typesEnd: null, gofunc: 38, tableEnd: null, typelinks: 42 },
] as const;
const words = 56;

/**
 * Finds the runtime's `moduledata`, which begins with a pointer to the function table, followed by pointers into it.
 * `release` is the program's Go 1 release (26 for go1.26.1). null: not found, for example because pointers are
 * encoded.
 */
export function readModuleData(image: Image, table: FunctionTable, release: number): ModuleData | null {
  const layout = layouts.find((l) => l.since <= release);
  if (!layout) return null;
  const at = findModuleData(image, table);
  if (!at) return null;
  const range = (pointer: number, itemBytes: number) => {
    const address = at(pointer);
    const count = at(pointer + 1);
    return address !== null && count !== null && count > 0 ? [{ address, bytes: count * itemBytes }] : [];
  };
  const types: ModuleData['types'] = [];
  if (layout.typelinks !== null) {
    types.push(...range(layout.typelinks, 4), ...range(layout.typelinks + 3, image.bytes.pointerBytes));
  } else {
    const [start, end] = [at(layout.types), at(layout.typesEnd)];
    if (start !== null && end !== null && end > start) types.push({ address: start, bytes: end - start });
  }
  const length = at(indexWord + 1);
  return {
    text: at(textWord),
    tableEnd:
      layout.tableEnd === null
        ? length && table.address + (table.index - table.offset) + length
        : at(layout.tableEnd),
    funcData: layout.gofunc === null ? null : at(layout.gofunc),
    types,
  };
}

/** Reads one word of the moduledata; null: not an exact number. */
type WordReader = (word: number) => number | null;

function findModuleData(image: Image, table: FunctionTable): WordReader | null {
  const known = [
    [namesWord, table.names],
    [unitsWord, table.units],
    [indexWord, table.index],
  ] as const;
  for (const at of candidates(image, table.address)) {
    if (known.every(([word, offset]) => at(word) === table.address + (offset - table.offset))) return at;
  }
  return null;
}

function* candidates(image: Image, tableAddress: number): Generator<WordReader> {
  const { bytes } = image;
  const { pointerBytes } = bytes;
  const pattern = Buffer.alloc(pointerBytes);
  if (bytes.littleEndian) {
    pattern.writeUInt32LE(tableAddress % 2 ** 32, 0);
    if (pointerBytes === 8) pattern.writeUInt32LE(Math.floor(tableAddress / 2 ** 32), 4);
  } else {
    if (pointerBytes === 8) pattern.writeUInt32BE(Math.floor(tableAddress / 2 ** 32), 0);
    pattern.writeUInt32BE(tableAddress % 2 ** 32, pointerBytes - 4);
  }
  for (const { offset, fileBytes } of image.sections.filter((s) => s.bucket === 'data')) {
    const content = bytes.part(offset, fileBytes);
    for (let at = content.buffer.indexOf(pattern); at >= 0; at = content.buffer.indexOf(pattern, at + 1)) {
      if (at % pointerBytes === 0 && at + words * pointerBytes <= content.length) {
        yield (word) => content.address(at + word * pointerBytes);
      }
    }
  }
  if (pointerBytes === 8) yield* relocatedCandidates(image, pattern);
}

/**
 * In position-independent ELF programs the pointers are zero until the loader fills them in from tables of (where,
 * how, what). Lengths are not pointers and are already in place.
 */
function* relocatedCandidates(image: Image, pattern: Buffer): Generator<WordReader> {
  const entryBytes = 24;
  for (const { offset, bytes: length } of image.relocations) {
    const entries = image.bytes.part(offset, length);
    for (
      let hit = entries.buffer.indexOf(pattern);
      hit >= 0;
      hit = entries.buffer.indexOf(pattern, hit + 1)
    ) {
      if (hit % entryBytes !== 16) continue;
      const address = entries.address(hit - 16);
      const place = address === null ? null : fileOffset(image, address);
      if (address === null || place === null || place + words * 8 > image.bytes.length) continue;
      const pointers = new Map<number, number>();
      // The linker sorts them by address, so all entries for this structure follow.
      const end = Math.min(length, hit - 16 + words * entryBytes);
      for (let at = hit - 16; at + entryBytes <= end; at += entryBytes) {
        const [where, what] = [entries.address(at), entries.address(at + 16)];
        if (where !== null && what !== null) pointers.set((where - address) / 8, what);
      }
      yield (word) => pointers.get(word) ?? image.bytes.address(place + word * 8);
    }
  }
}
