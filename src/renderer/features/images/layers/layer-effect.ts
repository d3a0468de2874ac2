import type { ReadLayer, WastedFile } from '#contract/image-contents';

/** What a layer without bytes of files does; `count`: of entries. */
export interface LayerEffect {
  does: 'removes' | 'changes' | 'addsEmpty' | 'addsNothing';
  count: number;
}

/** What a layer does that stores no bytes of files; null: it stores some. Pure. */
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

/** The bytes below each of `count` layers that it hides. Pure. */
export function hiddenByLayer(wasted: readonly WastedFile[], count: number): number[] {
  const bytes = Array.from({ length: count }, () => 0);
  for (const { hiddenBy, bytes: more } of wasted) bytes[hiddenBy] = (bytes[hiddenBy] ?? 0) + more;
  return bytes;
}
