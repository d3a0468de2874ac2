import type { ProgramPart } from '#contract/report/program-tree';
import type { Colours } from '../use-colours.ts';
import type { Area } from '#contract/report/layout';
import { fitted } from '#contract/report/fitted';
import { holds } from './search.ts';
import { toneOf } from '#contract/report/tone';

type PartArea = Area<ProgramPart>;

/** What a treemap shows, in CSS pixels. */
export interface Picture {
  width: number;
  height: number;
  areas: readonly PartArea[];
  /** The area that the keyboard or the pointer is on. */
  active: PartArea | null;
  /** What a search has found; everything else is dimmed. */
  matches: ReadonlySet<ProgramPart> | null;
  colours: Colours;
  /** The font family. */
  family: string;
  /** The name of a part, and what stands below it: its size, and how that changed. */
  words: (part: ProgramPart) => { name: string; size: string; change: string };
}

/** Smaller areas have no name. */
const minLabel = { width: 36, height: 20 };
const lineHeight = 15;
const padding = 6;

/** Draws a treemap whole. `ratio`: canvas pixels for one CSS pixel. */
export function draw(context: CanvasRenderingContext2D, picture: Picture, ratio: number): void {
  const { width, height, areas, active, matches, colours } = picture;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = colours.panel;
  context.fillRect(0, 0, width, height);
  const outer = areas.filter(({ depth }) => depth === 0);
  for (const area of areas) {
    if (area.part.parts.length > 0) continue;
    const { colour, strength } = toneOf(area.part);
    const dimmed = matches !== null && !matches.has(area.part);
    context.globalAlpha = dimmed ? strength * 0.25 : strength;
    context.fillStyle = colours[colour];
    fill(context, area, area.depth > 0 ? 0.5 : 1);
  }
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.strokeStyle = colours.panel;
  for (const area of outer) stroke(context, area, 0);
  labels(context, outer, picture);
  if (active) {
    context.strokeStyle = colours.accent;
    context.lineWidth = 2.5;
    stroke(context, active, 1.5);
  }
}

/** With a gap at the right and below, where it leaves something to see. */
function fill(context: CanvasRenderingContext2D, { left, top, right, bottom }: PartArea, gap: number): void {
  const [wide, high] = [right - left, bottom - top];
  context.fillRect(left, top, wide > gap * 3 ? wide - gap : wide, high > gap * 3 ? high - gap : high);
}

function stroke(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: PartArea,
  inset: number,
): void {
  context.strokeRect(left + inset, top + inset, right - left - 2 * inset, bottom - top - 2 * inset);
}

/** The names of areas, then their sizes: to set a font takes long. */
function labels(
  context: CanvasRenderingContext2D,
  areas: readonly PartArea[],
  { colours, family, words, matches }: Picture,
): void {
  const named = areas
    .filter(
      ({ left, right, top, bottom }) => right - left >= minLabel.width && bottom - top >= minLabel.height,
    )
    .map((area) => ({ area, room: area.right - area.left - 2 * padding, ...words(area.part) }));
  const write = (text: string, { part, left, top }: PartArea, line: number) => {
    context.globalAlpha = matches !== null && !holds(part, matches) ? 0.55 : 1;
    context.fillText(text, left + padding, top + padding + line * lineHeight - 1);
  };
  context.textBaseline = 'top';
  context.fillStyle = colours.text;
  context.font = `600 11.5px ${family}`;
  for (const { area, room, name } of named) {
    const shown = fitted(name, (text) => context.measureText(text).width <= room);
    if (shown !== '') write(shown, area, 0);
  }
  context.font = `400 11px ${family}`;
  for (const { area, room, size, change } of named) {
    if (area.bottom - area.top < padding + 2 * lineHeight) continue;
    const lines = change === '' ? [size] : [`${size} · ${change}`, change];
    const line = lines.find((each) => context.measureText(each).width <= room);
    if (line) write(line, area, 1);
  }
  context.globalAlpha = 1;
}
