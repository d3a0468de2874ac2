import type { ReadLayer } from './image-contents.ts';

/**
 * How many files a layer removes, if that is all it does: to say that it stores 0 bytes would hide what it is for. null: it does
 * something else, too, or nothing. Pure.
 */
export function onlyRemoves({
  fileBytes,
  added,
  changed,
  removed,
}: Pick<ReadLayer, 'fileBytes' | 'added' | 'changed' | 'removed'>): number | null {
  return fileBytes === 0 && added === 0 && changed === 0 && removed > 0 ? removed : null;
}
