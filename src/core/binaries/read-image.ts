import type { Need } from './bytes.ts';
import { readElf } from './elf.ts';
import type { Identified } from './header.ts';
import { checkTotals, type Image } from './image.ts';
import { readMachO } from './mach-o.ts';
import { readPe } from './pe.ts';

const readers = { elf: readElf, 'mach-o': readMachO, pe: readPe };
const magicBytes = 8;

/**
 * What the linker wrote, of the first program where a universal Mach-O file has several. `need` as in `Bytes`: left
 * out where all of `content` is there. null: there is no program in it. Throws `Damaged`.
 */
export function readImage({ format, slices }: Identified, content: Buffer, need?: Need): Image | null {
  const [slice] = slices;
  if (!slice) return null;
  const { offset, bytes } = slice;
  const inSlice = need && ((at: number, length: number) => need(offset + at, length));
  inSlice?.(0, Math.min(magicBytes, bytes));
  const image = readers[format](content.subarray(offset, offset + bytes), inSlice);
  checkTotals(image);
  return image;
}
