import { hierarchy, type HierarchyRectangularNode, treemap, treemapSquarify } from 'd3-hierarchy';

/** Something with a size. The size of one that has parts is the sum of theirs. */
export interface Sized<T> {
  bytes: number;
  parts: readonly T[];
}

/** The rectangle of a part. */
export interface Area<T> {
  part: T;
  /** 0 for the parts that were given, 1 for theirs. */
  depth: number;
  /** The area that it lies in; null at depth 0. */
  within: Area<T> | null;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Divides a rectangle among parts in proportion to their bytes, and each area among the parts of its own, without gaps:
 * squarified, the largest first, an area before those in it. Parts without bytes are left out. Pure.
 */
export function layout<T extends Sized<T>>(parts: readonly T[], width: number, height: number): Area<T>[] {
  const root = hierarchy<Sized<T>>({ bytes: 0, parts }, (each) => each.parts)
    .sum((each) => (each.parts.length > 0 ? 0 : Math.max(0, each.bytes)))
    // Not an array's `sort`: it sorts the parts of each.
    // oxlint-disable-next-line unicorn/no-array-sort
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const areas: Area<T>[] = [];
  const add = (nodes: readonly HierarchyRectangularNode<Sized<T>>[], within: Area<T> | null) => {
    for (const { data, value, depth, x0, y0, x1, y1, children } of nodes) {
      if (!value) continue;
      // Only the root is no part.
      const part = data as T;
      const area = { part, depth: depth - 1, within, left: x0, top: y0, right: x1, bottom: y1 };
      areas.push(area);
      add(children ?? [], area);
    }
  };
  add(treemap<Sized<T>>().size([width, height]).tile(treemapSquarify)(root).children ?? [], null);
  return areas;
}
