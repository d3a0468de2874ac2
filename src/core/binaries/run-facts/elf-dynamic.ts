import { type Bytes, Damaged } from '../bytes/index.ts';
import { fileOffset, type Image } from '../formats/index.ts';
import { maxLibraries, maxNameBytes } from './load-facts.ts';

// The System V ABI, "Dynamic Section" (also elf.h)
const needed = 1;
const strings = 5;
const stringBytes = 10;
const bindNow = 24;
const flags = 30;
const flags1 = 0x6fff_fffb;
const versionsNeeded = 0x6fff_fffe;
const versionsNeededCount = 0x6fff_ffff;

const bindNowFlag = 8;
const nowFlag = 1;
const pieFlag = 0x0800_0000;

/** What the dynamic section of an ELF program tells. */
export interface Dynamic {
  libraries: string[];
  /** The symbol versions that it needs, of all libraries. */
  versions: string[];
  /** All symbols are resolved at the start, so that their table can be protected from writes. */
  bindsNow: boolean;
  /** Marked as a position-independent program, not a library. */
  isPie: boolean;
}

/** Reads the dynamic section of an ELF program, `table`. Throws `Damaged`. */
export function readDynamic(image: Image, table: Bytes): Dynamic {
  const { pointerBytes } = table;
  const values = new Map<number, number>();
  const libraries: number[] = [];
  for (let at = 0; at + 2 * pointerBytes <= table.length; at += 2 * pointerBytes) {
    const [tag, value] = [table.address(at), table.address(at + pointerBytes)];
    if (tag === 0) break;
    if (tag === null || value === null) continue;
    if (tag === needed) libraries.push(value);
    else values.set(tag, value);
    if (libraries.length > maxLibraries) throw new Damaged('it needs too many libraries.');
  }
  const value = (tag: number) => values.get(tag) ?? 0;
  const names = part(image, value(strings), value(stringBytes));
  const name = (at: number) => names?.text(at, maxNameBytes) ?? '';
  return {
    libraries: libraries.map(name),
    versions: neededVersions(image, value(versionsNeeded), value(versionsNeededCount)).map(name),
    bindsNow: values.has(bindNow) || hasBit(value(flags), bindNowFlag) || hasBit(value(flags1), nowFlag),
    isPie: hasBit(value(flags1), pieFlag),
  };
}

function hasBit(value: number, bit: number): boolean {
  return Math.floor(value / bit) % 2 === 1;
}

/** The content at an address; null: it is not in the file. Throws `Damaged`. */
function part(image: Image, address: number, bytes: number): Bytes | null {
  const offset = fileOffset(image, address);
  return offset === null ? null : image.bytes.part(offset, bytes);
}

/** The names, as offsets, of the versions that are needed: for each library a list of them (`.gnu.version_r`). */
function neededVersions(image: Image, address: number, count: number): number[] {
  const offset = fileOffset(image, address);
  if (offset === null) return [];
  const names: number[] = [];
  let library = offset;
  for (let i = 0; i < count; i++) {
    const head = image.bytes.part(library, 16);
    let version = library + head.u32(8);
    for (let left = head.u16(2); left > 0; left--) {
      const entry = image.bytes.part(version, 16);
      names.push(entry.u32(8));
      if (names.length > maxVersions) throw new Damaged('it needs too many symbol versions.');
      const next = entry.u32(12);
      if (next === 0) break;
      version += next;
    }
    const next = head.u32(12);
    if (next === 0) break;
    library += next;
  }
  return names;
}

const maxVersions = 10_000;
