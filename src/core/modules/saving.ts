import type { Saving } from '#contract/modules';
import { type ImportGraph, type LeftOut, reached } from './graph.ts';

/** What a package takes in a program, in bytes; `byShare` of them is its part of what several packages share. */
interface Sized {
  bytes: number;
  byShare: number;
}

/**
 * Bounds of what a program loses without the packages that are left out, in bytes. `min`: the packages that are lost, as
 * far as their bytes are theirs alone. `max`: these, every package that they share with the rest, as if nothing else used
 * it, and what belongs to no package (`unowned`); but not what the runtime needs, which every program has. Code that
 * replaces what is left out is not counted. Pure.
 */
export function savingOf(
  graph: ImportGraph,
  { lost, shared }: LeftOut,
  sizeOf: (path: string) => Sized | undefined,
  unowned: number,
): Saving {
  const always = reached(graph, ['runtime']);
  let [min, max] = [0, unowned];
  for (const path of lost) {
    const { bytes, byShare } = sizeOf(path) ?? { bytes: 0, byShare: 0 };
    min += bytes - byShare;
    max += bytes;
  }
  for (const path of shared) if (!always.has(path)) max += sizeOf(path)?.bytes ?? 0;
  return { min, max };
}
