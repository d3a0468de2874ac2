import { changeOf, type ProgramPart } from './program-tree.ts';

/** The colour of a part: of a change, and how strong it is. */
export interface Tone {
  colour: 'grow' | 'shrink' | 'line-2';
  /** How much of the colour is mixed into the panel's, 0 to 1. */
  strength: number;
}

/**
 * The steps from almost unchanged to new: the change in relation to the larger of both sizes, so that the coloured area is
 * in proportion to the bytes. No stronger than this, so that text on it stays readable in both themes.
 */
export const steps: readonly { upTo: number; strength: number }[] = [
  { upTo: 0.02, strength: 0.12 },
  { upTo: 0.1, strength: 0.24 },
  { upTo: 0.4, strength: 0.36 },
  { upTo: 1, strength: 0.48 },
];

/** A change by less has no colour: shared bytes move a little in every package, which would hide what changed. */
const least = 0.002;

/** Pure. */
export function toneOf(part: Pick<ProgramPart, 'bytes' | 'before'>): Tone {
  const change = changeOf(part);
  const ratio = Math.abs(change ?? 0) / Math.max(1, part.bytes, part.before ?? 0);
  if (change === undefined || ratio < least) return { colour: 'line-2', strength: 1 };
  const { strength } = steps.find(({ upTo }) => ratio <= upTo) ?? { strength: 0 };
  return { colour: change > 0 ? 'grow' : 'shrink', strength };
}
