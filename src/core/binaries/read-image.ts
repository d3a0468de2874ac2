import type { Content } from './content.ts';
import { readElf } from './elf.ts';
import type { Identified } from './header.ts';
import { checkTotals, type Image } from './image.ts';
import { readMachO } from './mach-o.ts';
import { readPe } from './pe.ts';

const readers = { elf: readElf, 'mach-o': readMachO, pe: readPe };

/**
 * What the linker wrote, of the first program where a universal Mach-O file has several. null: there is no program in
 * it. Throws `Damaged`.
 */
export function readImage({ format, slices }: Identified, content: Content): Image | null {
  const [slice] = slices;
  if (!slice) return null;
  const image = readers[format](content.part(slice.offset, slice.bytes));
  checkTotals(image);
  return image;
}
