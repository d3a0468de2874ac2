import type { GrowthRow } from './rows.ts';

/** The scale of all bars of a list. */
export interface Scale {
  /** Where 0 is, in percent of the width. */
  zero: number;
  /** Percent of the width for a byte. */
  perByte: number;
}

/** Room for a bar of one direction where there is hardly any: in percent. */
const minRoom = 6;

/** The scale on which the largest growth and the largest shrinkage fit, of rows and of what is in them. Pure. */
export function barScale(rows: readonly GrowthRow[]): Scale {
  const changes = rows.flatMap((row) => [row, ...row.rows]).map(({ change }) => change ?? 0);
  const up = Math.max(0, ...changes);
  const down = Math.max(0, ...changes.map((change) => -change));
  if (up + down === 0) return { zero: 50, perByte: 0 };
  const zero = Math.min(100 - minRoom, Math.max(minRoom, (down / (up + down)) * 100));
  return {
    zero,
    perByte: Math.min(down > 0 ? zero / down : Infinity, up > 0 ? (100 - zero) / up : Infinity),
  };
}
