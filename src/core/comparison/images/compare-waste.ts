import type { ImageComparison, WasteRow } from '#contract/image-comparison';
import type { ImageContents, WastedFile } from '#contract/image-contents';
import { delta } from '../delta.ts';

/** The bytes that each side wastes, and what only one of them does: by path, and how. Largest first. Pure. */
export function compareWaste(a: ImageContents, b: ImageContents): NonNullable<ImageComparison['waste']> {
  const [left, right] = [new Set(a.waste.files.map(keyOf)), new Set(b.waste.files.map(keyOf))];
  const rows = [
    ...a.waste.files.filter((each) => !right.has(keyOf(each))).map((each) => row('a', a, each)),
    ...b.waste.files.filter((each) => !left.has(keyOf(each))).map((each) => row('b', b, each)),
  ].toSorted((x, y) => y.bytes - x.bytes || (x.path < y.path ? -1 : 1));
  return { bytes: delta(a.waste.bytes, b.waste.bytes), rows };
}

function keyOf({ path, how }: WastedFile): string {
  return `${how} ${path}`;
}

function row(side: WasteRow['side'], { layers }: ImageContents, wasted: WastedFile): WasteRow {
  const stepOf = (layer: number) => layers[layer]?.step?.text || null;
  return {
    path: `/${wasted.path}`,
    bytes: wasted.bytes,
    how: wasted.how,
    side,
    stored: stepOf(wasted.layer),
    hidden: stepOf(wasted.hiddenBy),
  };
}
