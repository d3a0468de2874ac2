/** In any unit of length, from the top left. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Spot {
  x: number;
  y: number;
}

/** Where a label may be, seen from its point, nearest first: the direction of its centre. */
const directions = [
  [-1, 0],
  [1, 0],
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
  [0, -1],
  [0, 1],
] as const;

/**
 * A place for a label of `width` and `height` beside `point`, inside `frame` and clear of `lines`; null if there is none. `gap`:
 * between it and what it must be clear of. Pure.
 */
export function placeLabel(
  point: Spot,
  { width, height }: { width: number; height: number },
  { frame, lines, gap }: { frame: Box; lines: readonly (readonly Spot[])[]; gap: number },
): Box | null {
  for (const distance of [gap, 2 * gap, 4 * gap, 8 * gap]) {
    for (const [across, down] of directions) {
      const left = point.x + across * (distance + width / 2) - width / 2;
      const top = point.y + down * (distance + height / 2) - height / 2;
      const box = { left, top, right: left + width, bottom: top + height };
      if (isInside(box, frame) && !lines.some((line) => isCrossed(widened(box, gap / 2), line))) return box;
    }
  }
  return null;
}

function widened({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

function isCrossed(box: Box, line: readonly Spot[]): boolean {
  return line.some((to, index) => crosses(line[index - 1] ?? to, to, box));
}

/** Whether a straight line touches a box: what remains of it between the box's sides, one pair after the other. */
function crosses(from: Spot, to: Spot, { left, top, right, bottom }: Box): boolean {
  const [start, end] = between(from.x, to.x, left, right);
  const [first, last] = between(from.y, to.y, top, bottom);
  return Math.max(start, first) <= Math.min(end, last);
}

/** The shares of the way from `from` to `to` at which it is between `low` and `high`. */
function between(from: number, to: number, low: number, high: number): [number, number] {
  const way = to - from;
  if (way === 0) return from >= low && from <= high ? [0, 1] : [1, 0];
  const [a, b] = [(low - from) / way, (high - from) / way];
  return [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
}
