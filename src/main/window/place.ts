/** A part of the screen, in device-independent pixels; x and y may be negative on a display beside the primary one. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a window was: its area when it is neither maximised nor full-screen, and whether it was maximised. */
export interface WindowPlace extends Area {
  maximised: boolean;
}

/** The smallest size at which the pages are usable. */
export const minSize = { width: 720, height: 480 };
const firstSize = { width: 1180, height: 800 };

/**
 * Where to open the window. `displays`: the work areas of the displays that exist now, the primary one first. The window
 * stays within the display that shows most of it; if none does, or nothing is remembered, it has no x and y, which
 * centres it on the primary display.
 */
export function placeOn(
  remembered: WindowPlace | null,
  displays: readonly Area[],
): { width: number; height: number; x?: number; y?: number; maximised: boolean } {
  const [primary] = displays;
  const { maximised, ...wanted } = remembered ?? { ...firstSize, x: 0, y: 0, maximised: false };
  const home = remembered === null ? undefined : mostOf(wanted, displays);
  const size = sizeWithin(wanted, home ?? primary);
  if (home === undefined) return { ...size, maximised };
  return {
    ...size,
    x: between(home.x, wanted.x, home.x + home.width - size.width),
    y: between(home.y, wanted.y, home.y + home.height - size.height),
    maximised,
  };
}

/** The display that shows most of an area; undefined: none shows any of it. */
function mostOf(area: Area, displays: readonly Area[]): Area | undefined {
  const shown = displays.map((display) => ({ display, pixels: sharedPixels(area, display) }));
  return shown.filter(({ pixels }) => pixels > 0).toSorted((a, b) => b.pixels - a.pixels)[0]?.display;
}

function sharedPixels(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Electron makes a window of `minSize` at least, also on a smaller display. */
function sizeWithin({ width, height }: Area, display: Area | undefined): { width: number; height: number } {
  return {
    width: Math.max(minSize.width, Math.min(width, display?.width ?? width)),
    height: Math.max(minSize.height, Math.min(height, display?.height ?? height)),
  };
}

/** `value`, or the limit that it exceeds; `min` if the limits contradict each other. */
function between(min: number, value: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}

/** Reads what `writePlace` wrote; null for anything else. */
export function readPlace(text: string | null): WindowPlace | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximised } = value as Record<string, unknown>;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null;
  if (width <= 0 || height <= 0) return null;
  return { x, y, width, height, maximised: maximised === true };
}

/** Electron takes 32-bit integers; no screen is larger than this. */
function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 1_000_000;
}

/** A place as text, for a file. */
export function writePlace({ x, y, width, height, maximised }: WindowPlace): string {
  return `${JSON.stringify({ x, y, width, height, maximised })}\n`;
}
