import type { LayerMeasure, LayerOfSide, LayerRow } from '#contract/image-comparison';
import { layerMeasure } from '#contract/image-measure';
import { delta, partDelta } from '../delta.ts';
import type { LayerPair } from './match-layers.ts';
import { type ImageSide, layersOf } from './side.ts';
import type { Headline } from './sizes.ts';

interface Size {
  bytes: number | null;
  measure: LayerMeasure | null;
}

/**
 * A row for each layer of either side: those of B in their order, and those that only A has where they were. Both were
 * read: the sizes are those of the headline, or bytes of files where a layer is not stored compressed. Else they are what
 * the engines tell. Pure.
 */
export function layerRows(
  a: ImageSide,
  b: ImageSide,
  pairs: readonly LayerPair[],
  headline: Headline,
): LayerRow[] {
  const measure = readMeasure(a, b, headline);
  const sides = { a: sizedLayers(a, measure), b: sizedLayers(b, measure) };
  return inOrder(sides.a.length, sides.b.length, pairs).map(({ a: left, b: right, by }) =>
    row(left === null ? null : sides.a[left], right === null ? null : sides.b[right], by),
  );
}

/** What layers count where both sides were read; null: the engines' numbers are compared. */
function readMeasure(a: ImageSide, b: ImageSide, { measure, from }: Headline) {
  if (!a.contents || !b.contents) return null;
  return from === 'read' && measure !== null && measure !== 'engineReported' ? measure : 'fileBytes';
}

function sizedLayers(
  side: ImageSide,
  measure: 'compressedBytes' | 'fileBytes' | 'tarBytes' | null,
): { layer: LayerOfSide; size: Size }[] {
  const told = new Map(side.told?.layers.map(({ diffId, bytes }) => [diffId, bytes]));
  const toldMeasure = side.told && layerMeasure(side.told);
  return layersOf(side).map(({ diffId, step, dockerfile }, index) => {
    const read = measure === null ? undefined : side.contents?.layers[index];
    const size: Size =
      read && measure
        ? { bytes: read[measure], measure }
        : { bytes: told.get(diffId) ?? null, measure: toldMeasure };
    return { layer: { index, diffId, step, dockerfile }, size };
  });
}

type Sized = ReturnType<typeof sizedLayers>[number];

function row(a: Sized | null | undefined, b: Sized | null | undefined, by: LayerRow['by']): LayerRow {
  const sides = { inA: a?.layer ?? null, inB: b?.layer ?? null, by };
  const [before, after] = [a?.size, b?.size];
  if (before && after) {
    const measure = before.measure === after.measure ? before.measure : null;
    // Equal layers are equal, whatever the engines count.
    if (by === 'content' && (measure === null || before.bytes !== after.bytes)) {
      return { ...sides, a: before.bytes, b: after.bytes, change: 0, percent: null, measure };
    }
    const sizes = delta(before.bytes, after.bytes);
    return { ...sides, ...(measure === null ? { ...sizes, change: null, percent: null } : sizes), measure };
  }
  const only = before ?? after;
  if (only?.bytes == null) return { ...sides, ...delta(null, null), measure: only?.measure ?? null };
  const { name: _name, ...sizes } = partDelta('', before?.bytes ?? null, after?.bytes ?? null);
  return { ...sides, ...sizes, measure: only.measure };
}

interface Placed {
  a: number | null;
  b: number | null;
  by: LayerRow['by'];
}

function inOrder(a: number, b: number, pairs: readonly LayerPair[]): Placed[] {
  const byB = new Map(pairs.map((pair) => [pair.b, pair]));
  const pairedA = new Set(pairs.map((pair) => pair.a));
  let onlyA = Array.from({ length: a }, (_, index) => index).filter((index) => !pairedA.has(index));
  const rowsOfB = Array.from({ length: b }, (_, index): Placed[] => {
    const pair = byB.get(index);
    if (!pair) return [{ a: null, b: index, by: null }];
    const below = onlyA.filter((each) => each < pair.a);
    onlyA = onlyA.filter((each) => each > pair.a);
    return [...below.map(onlyInA), pair];
  });
  return [...rowsOfB.flat(), ...onlyA.map(onlyInA)];
}

function onlyInA(index: number): Placed {
  return { a: index, b: null, by: null };
}
