import type { Area } from '#contract/report/layout';

/** The keys that move from one area to another. */
export const directions = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
} as const;
export type Direction = (typeof directions)[keyof typeof directions];

type Box = Pick<Area<unknown>, 'left' | 'top' | 'right' | 'bottom'>;

/** As if the direction were to the right: turns and mirrors a rectangle. */
function turned({ left, top, right, bottom }: Box, direction: Direction): Box {
  if (direction === 'left') return { left: -right, right: -left, top, bottom };
  if (direction === 'down') return { left: top, right: bottom, top: left, bottom: right };
  if (direction === 'up') return { left: -bottom, right: -top, top: left, bottom: right };
  return { left, top, right, bottom };
}

const middle = ({ top, bottom }: Box) => (top + bottom) / 2;

/**
 * The area beside another one, of areas that do not overlap: of those that begin where it ends or further on, the nearest;
 * of several, the one that is most nearly level with it. undefined: it is the last one there. Pure.
 */
export function neighbour<T extends Box>(
  areas: readonly T[],
  from: Box,
  direction: Direction,
): T | undefined {
  const here = turned(from, direction);
  let best: { area: T; distance: number; offset: number } | undefined;
  for (const area of areas) {
    const there = turned(area, direction);
    const distance = there.left - here.right;
    if (distance < -0.5) continue;
    const apart = Math.max(0, there.top - here.bottom, here.top - there.bottom);
    const offset = Math.abs(middle(there) - middle(here));
    // What is level with it comes first, however far the rest is.
    const weighed = Math.max(0, distance) + apart * 3;
    if (!best || weighed < best.distance - 0.5 || (weighed < best.distance + 0.5 && offset < best.offset)) {
      best = { area, distance: weighed, offset };
    }
  }
  return best?.area;
}
