import type { Content } from './content.ts';
import { readElf } from './elf.ts';
import type { Identified } from './header.ts';
import { checkTotals, type Image } from './image.ts';
import { readMachO } from './mach-o.ts';
import { readPe } from './pe.ts';

const readers = { elf: readElf, 'mach-o': readMachO, pe: readPe };

/**
 * Reads the sections and segments of a program; of a universal Mach-O file, those of the first. null: the file
 * contains no program. Throws `Damaged`.
 */
export function readImage({ format, slices }: Identified, content: Content): Image | null {
  const [slice] = slices;
  if (!slice) return null;
  const image = readers[format](content.part(slice.offset, slice.bytes));
  checkTotals(image);
  return image;
}
