import type { Bucket } from '#contract/binaries';
import { type Bytes, Damaged } from './bytes.ts';

export type BucketName = Bucket['name'];

export interface ImageSection {
  name: string;
  /** Where it stands in the file, and how much of it; 0 bytes for what exists in memory only. */
  offset: number;
  fileBytes: number;
  /** In memory; address 0 for what is not loaded. */
  address: number;
  memoryBytes: number;
  writable: boolean;
  bucket: BucketName;
}

/** A piece of the file that is loaded at an address. */
interface Mapping {
  address: number;
  offset: number;
  bytes: number;
  writable: boolean;
}

/** What the linker wrote, the same shape for ELF, Mach-O and PE. All offsets have been checked against the file. */
export interface Image {
  bytes: Bytes;
  arch: string;
  /** In the order of the file's own table. */
  sections: ImageSection[];
  mappings: Mapping[];
  /** Pieces outside of all sections that have a meaning, such as Mach-O's symbol table. */
  extras: { offset: number; bytes: number; bucket: BucketName }[];
  /** No symbol table: linked with `-s`, or stripped later. */
  stripped: boolean;
  /** ELF only: tables of relocations with addends, where position-independent programs keep their pointers. */
  relocations: { offset: number; bytes: number }[];
}

/** More than any Go program has (about 40), and few enough that a hostile table costs nothing. */
export const mostSections = 20_000;

/** Where the byte at a memory address stands in the file; null: nowhere. */
export function fileOffset(image: Image, address: number): number | null {
  for (const mapping of image.mappings) {
    if (address >= mapping.address && address < mapping.address + mapping.bytes) {
      return mapping.offset + (address - mapping.address);
    }
  }
  return null;
}

/**
 * Refuses an image whose sections or segments claim more than the file has, as overlapping ones do: searching each of
 * them would take for ever. (Segments of honest programs may share a page.)
 */
export function checkTotals(image: Image): void {
  const sections = image.sections.reduce((sum, section) => sum + section.fileBytes, 0);
  const mappings = image.mappings.reduce((sum, mapping) => sum + mapping.bytes, 0);
  if (sections > image.bytes.length || mappings > 2 * image.bytes.length) {
    throw new Damaged('its sections claim more bytes than the file has.');
  }
}

/** Refuses a piece that ends beyond the end of the file. One without bytes may claim to stand anywhere (`.bss`). */
export function checkInside(bytes: Bytes, offset: number, length: number, what: string): void {
  if (length > 0 && offset + length > bytes.length) {
    throw new Damaged(`${what} ends at byte ${offset + length}, the file at ${bytes.length}.`);
  }
}
