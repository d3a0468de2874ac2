import type { ReadLayer } from './image-contents.ts';

/** What a layer without bytes of files does; `count`: of entries. */
export interface LayerEffect {
  does: 'removes' | 'changes' | 'addsEmpty' | 'addsNothing';
  count: number;
}

/** What a layer does that stores no bytes of files, for which "0 B" would say nothing; null: it stores some. Pure. */
export function effectOf({
  fileBytes,
  added,
  changed,
  removed,
}: Pick<ReadLayer, 'fileBytes' | 'added' | 'changed' | 'removed'>): LayerEffect | null {
  if (fileBytes > 0) return null;
  if (removed > 0) return { does: 'removes', count: removed };
  if (added > 0) return { does: 'addsEmpty', count: added };
  if (changed > 0) return { does: 'changes', count: changed };
  return { does: 'addsNothing', count: 0 };
}
