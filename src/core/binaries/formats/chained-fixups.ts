import { type Bytes, Damaged } from '../bytes/index.ts';
import { fileOffset, type Image, maxSections } from './image.ts';

// mach-o/fixup-chains.h
const pointer64 = 2;
const pointer64Offset = 6;
const noFixups = 0xffff;
const pointerStride = 4;
/** Far more than any program has: the largest known have 600,000. */
const maxPointers = 4_000_000;
const minPageBytes = 4096;

/** A page of a Mach-O program in which each pointer says where the next one is. */
export interface FixupPage {
  address: number;
  /** Its place in the file, and its size. */
  offset: number;
  bytes: number;
  /** Where in the page the first pointer is. */
  first: number;
  /** What is added to the pointers: they may count from the start of the program. */
  base: number;
}

/**
 * The pages of pointers that linkers of macOS have chained, from the content of `LC_DYLD_CHAINED_FIXUPS`. Empty for the
 * formats of other systems. Pages outside of the file are left out. Throws `Damaged`.
 */
export function readFixupPages(image: Image, fixups: Bytes): FixupPage[] {
  const start = image.mappings.find(({ offset, bytes }) => offset === 0 && bytes > 0)?.address ?? 0;
  const starts = fixups.u32(4);
  const segments = fixups.u32(starts);
  if (segments > maxSections) throw new Damaged(`it claims ${segments} segments with fixups.`);
  const pages: FixupPage[] = [];
  let bytesLeft = 2 * image.bytes.length;
  for (let i = 0; i < segments; i++) {
    const at = fixups.u32(starts + 4 + i * 4);
    if (at === 0) continue;
    const segment = starts + at;
    const [pageBytes, format] = [fixups.u16(segment + 4), fixups.u16(segment + 6)];
    if ((format !== pointer64 && format !== pointer64Offset) || pageBytes < minPageBytes) continue;
    const address = start + fixups.u64(segment + 8);
    const count = fixups.u16(segment + 20);
    bytesLeft -= count * pageBytes;
    if (bytesLeft < 0) throw new Damaged('its pages with fixups overlap.');
    for (let page = 0; page < count; page++) {
      const first = fixups.u16(segment + 22 + page * 2);
      const offset = first === noFixups ? null : fileOffset(image, address + page * pageBytes);
      if (offset === null) continue;
      const bytes = Math.min(pageBytes, image.bytes.length - offset);
      const base = format === pointer64Offset ? start : 0;
      pages.push({ address: address + page * pageBytes, offset, bytes, first, base });
    }
  }
  return pages;
}

/**
 * Calls `each` with the address of every pointer into the program, and the halves of the pointer itself; `within`: only of
 * pages that have a part of this range.
 */
export function eachChained(
  image: Pick<Image, 'bytes' | 'fixupPages'>,
  each: (address: number, low: number, high: number) => void,
  within?: { address: number; bytes: number },
): void {
  let pointersLeft = maxPointers;
  for (const { address, offset, bytes, first, base } of image.fixupPages ?? []) {
    if (within && (address + bytes <= within.address || address >= within.address + within.bytes)) continue;
    const page = image.bytes.part(offset, bytes);
    for (let at = first; at + 8 <= bytes && pointersLeft > 0; pointersLeft--) {
      const [low, high] = [page.u32(at), page.u32(at + 4)];
      // The highest bit: it points into a library. 36 bits are the target, 12 the distance to the next.
      if (high < 2 ** 31) {
        const target = base + (high & 0xf) * 2 ** 32 + low;
        each(address + at, target % 2 ** 32, Math.floor(target / 2 ** 32));
      }
      const next = ((high >>> 19) & 0xfff) * pointerStride;
      if (next === 0) break;
      at += next;
    }
  }
}
