import type { Bucket } from '#contract/binaries';
import { type Bytes, Damaged } from '../bytes/index.ts';
import type { FixupPage } from './chained-fixups.ts';

export type BucketName = Bucket['name'];

export interface ImageSection {
  name: string;
  /** Its position and size in the file; 0 bytes if it exists only in memory. */
  offset: number;
  fileBytes: number;
  /** In memory; 0 if it is not loaded. */
  address: number;
  memoryBytes: number;
  writable: boolean;
  bucket: BucketName;
  /** It also holds what has sections of its own in other formats: read-only data and Go's tables. */
  holdsTables?: boolean;
  /** ELF only: its content is compressed. */
  compressed?: boolean;
}

/** A range of the file that is loaded at an address. */
interface Mapping {
  address: number;
  offset: number;
  bytes: number;
  writable: boolean;
}

interface SymbolTable {
  kind: 'elf' | 'mach-o' | 'pe';
  offset: number;
  bytes: number;
  names: number;
  nameBytes: number;
}

/** A linked program, in the same shape for ELF, Mach-O and PE. All offsets have been checked against the file. */
export interface Image {
  bytes: Bytes;
  arch: string;
  /** In the order of the section table. */
  sections: ImageSection[];
  mappings: Mapping[];
  /** Known ranges outside all sections, such as Mach-O's symbol table. */
  extras: { offset: number; bytes: number; bucket: BucketName }[];
  /** No symbol table: linked with `-s`, or stripped later. */
  stripped: boolean;
  /** ELF only: tables of relocations with addends, where position-independent programs keep their pointers. */
  relocations: { offset: number; bytes: number }[];
  /** Mach-O only: where pointers are encoded as chains. */
  fixupPages?: FixupPage[];
  /** Tables of symbols, and where their names are; `kind` says how they are written. */
  symbols?: SymbolTable[];
}

/** Far more than any Go program has (about 40), and few enough that reading a hostile table is cheap. */
export const maxSections = 20_000;

/** The file offset of a memory address; null: the address is not in the file. */
export function fileOffset(image: Pick<Image, 'mappings'>, address: number): number | null {
  for (const mapping of image.mappings) {
    if (address >= mapping.address && address < mapping.address + mapping.bytes) {
      return mapping.offset + (address - mapping.address);
    }
  }
  return null;
}

/**
 * Refuses an image whose sections or segments overlap, so that they add up to more than the file: searching all of
 * them could take very long. (Segments of valid programs may share a page.) Throws `Damaged`.
 */
export function checkTotals(image: Image): void {
  const sections = image.sections.reduce((sum, section) => sum + section.fileBytes, 0);
  const mappings = image.mappings.reduce((sum, mapping) => sum + mapping.bytes, 0);
  if (sections > image.bytes.length || mappings > 2 * image.bytes.length) {
    throw new Damaged('its sections claim more bytes than the file has.');
  }
}

/** Refuses a range that ends after the file. An empty one may have any offset (`.bss`). Throws `Damaged`. */
export function checkInside(bytes: Bytes, offset: number, length: number, what: string): void {
  if (length > 0 && offset + length > bytes.length) {
    throw new Damaged(`${what} ends at byte ${offset + length}, the file at ${bytes.length}.`);
  }
}
