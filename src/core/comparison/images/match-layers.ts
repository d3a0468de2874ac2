import type { ImageStep } from '#contract/image-contents';
import type { LayerRow } from '#contract/image-comparison';
import { isBaseLayer } from './base-layer.ts';
import { clearPairs, crossFree } from './crossings.ts';

/** What layers are matched by. */
export interface MatchedLayer {
  diffId: string;
  /** null: not known. */
  step: ImageStep | null;
}

/** A layer of A and the same one of B, by their indexes, and by what they are the same. */
export interface LayerPair {
  a: number;
  b: number;
  by: NonNullable<LayerRow['by']>;
}

/** How much of the files of a layer of A and one of B is the same, from 0 to 1; null: their files are not known. */
export type Likeness = (a: number, b: number) => number | null;

/** Layers with less in common are two different layers. */
const minLikeness = 0.5;

/**
 * Pairs the layers of two images, lowest first: by content, then by step without build arguments, then in order between
 * steps of the same instruction, and at last by their files. What remains came or went. Layers are paired in order only
 * where that is clear: between two pairs, both sides have as many steps of the instruction. The result for B and A is the
 * same with the sides exchanged. Pure.
 */
export function matchLayers(
  a: readonly MatchedLayer[],
  b: readonly MatchedLayer[],
  likeness: Likeness = () => null,
): LayerPair[] {
  const pairs: LayerPair[] = [];
  const add = (found: readonly LayerPair[]) => pairs.push(...found);
  const rest = () => ({
    a: without(a, new Set(pairs.map((pair) => pair.a))),
    b: without(b, new Set(pairs.map((pair) => pair.b))),
    gap: gaps(pairs),
  });
  const pairBy = (by: LayerPair['by'], keyOf: KeyOf) => add(pairByKey(rest(), by, keyOf));
  pairBy('content', ({ diffId }) => diffId);
  pairBy('step', ({ step }, gap) => step?.text && `${gap} ${step.text}`);
  pairBy('step', ({ step }) => step?.text);
  add(pairBases(a, b, rest()));
  add(pairInOrder(rest(), likeness));
  add(pairByFiles(rest(), likeness));
  return pairs.toSorted((x, y) => x.b - y.b);
}

type Side = 'a' | 'b';
type Indexed = MatchedLayer & { index: number };
interface Rest {
  a: Indexed[];
  b: Indexed[];
  /** Between which pairs a layer is. */
  gap: (side: Side, index: number) => number;
}
/** An empty or missing key is equal to no other. */
type KeyOf = (layer: Indexed, gap: number) => string | undefined;

function without(layers: readonly MatchedLayer[], paired: ReadonlySet<number>): Indexed[] {
  return layers.map((layer, index) => ({ ...layer, index })).filter(({ index }) => !paired.has(index));
}

/** How many pairs are below a layer, of those that cross no other. */
function gaps(pairs: readonly LayerPair[]): Rest['gap'] {
  const anchors = clearPairs(pairs);
  return (side, index) => anchors.filter((pair) => pair[side] < index).length;
}

/** The nth layer of a key in A with the nth in B. */
function pairByKey({ a, b, gap }: Rest, by: LayerPair['by'], keyOf: KeyOf): LayerPair[] {
  const group = (side: Side, layers: readonly Indexed[]) =>
    Map.groupBy(layers, (layer) => keyOf(layer, gap(side, layer.index)) ?? '');
  const others = group('b', b);
  return [...group('a', a)].flatMap(([key, layers]) =>
    key === '' ? [] : zip(layers, others.get(key) ?? [], by),
  );
}

function zip(a: readonly Indexed[], b: readonly Indexed[], by: LayerPair['by']): LayerPair[] {
  return a.slice(0, b.length).map(({ index }, nth) => ({ a: index, b: b[nth]?.index ?? 0, by }));
}

/** The lowest layers, if both are those of a base image, whose step rarely has an instruction. */
function pairBases(a: readonly MatchedLayer[], b: readonly MatchedLayer[], rest: Rest): LayerPair[] {
  const areLeft = rest.a[0]?.index === 0 && rest.b[0]?.index === 0;
  return areLeft && isBaseLayer(a) && isBaseLayer(b) ? [{ a: 0, b: 0, by: 'order' }] : [];
}

function pairInOrder({ a, b, gap }: Rest, likeness: Likeness): LayerPair[] {
  const group = (side: Side, layers: readonly Indexed[]) =>
    Map.groupBy(layers, ({ step, index }) =>
      step?.instruction ? `${gap(side, index)} ${step.instruction}` : '',
    );
  const others = group('b', b);
  const pairs = [...group('a', a)].flatMap(([key, layers]) => {
    const same = others.get(key) ?? [];
    return key !== '' && layers.length === same.length ? zip(layers, same, 'order') : [];
  });
  return crossFree(pairs).filter((pair) => likeness(pair.a, pair.b) !== 0);
}

/** Each with the one that it has most in common with, if that is mutual. */
function pairByFiles({ a, b }: Rest, likeness: Likeness): LayerPair[] {
  return a.flatMap(({ index }): LayerPair[] => {
    const best = likest(b, (other) => likeness(index, other));
    if (best === null || likest(a, (other) => likeness(other, best)) !== index) return [];
    return [{ a: index, b: best, by: 'files' }];
  });
}

/** null: none is like it, or several are as much. */
function likest(layers: readonly Indexed[], likenessOf: (index: number) => number | null): number | null {
  const [first, second] = layers
    .map(({ index }) => ({ index, likeness: likenessOf(index) ?? 0 }))
    .filter(({ likeness }) => likeness >= minLikeness)
    .toSorted((x, y) => y.likeness - x.likeness);
  return first && first.likeness !== second?.likeness ? first.index : null;
}
