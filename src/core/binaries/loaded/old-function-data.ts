import { functionData, functionDataCount, type FunctionList } from '../functions/index.ts';
import type { DataSpace } from './data-space.ts';
import { Marks } from './marks.ts';
import type { Pairs } from './pairs.ts';

interface Links {
  space: DataSpace;
  marks: Marks;
  /** (package, place). */
  references: Pairs;
  /** (place, place). */
  pointers: Pairs;
}

/**
 * Enters the function data (maps of pointers, inlined calls) of programs before Go 1.18, where it is among the read-only data
 * and only the function table refers to it. What looks like a pointer in it is none, but for those to types, whose package
 * is known. Call it when everything else is marked. Throws `Damaged`.
 */
export function enterOldFunctionData(
  list: FunctionList,
  { space, marks, references, pointers }: Links,
): void {
  if (!list.table.pointerEntries) return;
  const own = new Marks(space.length);
  for (let i = 0; i < list.count; i++) {
    for (let kind = functionDataCount(list, i) - 1; kind >= 0; kind--) {
      const place = space.place(functionData(list, i, kind) ?? 0);
      if (place < 0) continue;
      references.add(list.packageOf[i] ?? 0, place);
      marks.mark(place);
      own.mark(place);
    }
  }
  marks.cut();
  const { from, to } = pointers.lists();
  let kept = 0;
  for (let i = 0; i < from.length; i++) {
    const place = from[i] ?? 0;
    if (own.isMarked(marks.starts[marks.pieceAt(place)] ?? 0)) continue;
    from[kept] = place;
    to[kept] = to[i] ?? 0;
    kept++;
  }
  pointers.length = kept;
}
