import type { Comparison, NamedDelta } from '#contract/builds';
import type { ImageFacts } from '#contract/images';
import { biggestFirst, delta, partDelta } from './delta.ts';

type Measure = Exclude<NonNullable<Comparison['measure']>, 'artifactBytes'>;
type Layer = ImageFacts['layers'][number];

/**
 * The size in which two images can be compared: one that both have and that means the same on both sides. What an
 * engine reports means the same only within one kind of engine and store. null: they have no size in common.
 */
export function imageMeasure(a: ImageFacts, b: ImageFacts): Measure | null {
  const sameMeaning = a.engine.name === b.engine.name && a.engine.store === b.engine.store;
  const candidates: Measure[] = [
    ...(sameMeaning ? (['engineReported'] as const) : []),
    'fileBytes',
    'tarBytes',
    'compressedBytes',
  ];
  return candidates.find((each) => a.sizes[each] !== null && b.sizes[each] !== null) ?? null;
}

/**
 * Layers side by side, paired by the step that made them (the nth `RUN make` with the nth); layers of the same
 * content are left out. A layer that one side lacks counts as 0 there; one whose size the engine does not tell is
 * null, and then nothing is said about its change.
 */
export function compareLayers(a: readonly Layer[], b: readonly Layer[]): NamedDelta[] {
  const left = bySteps(a);
  const right = bySteps(b);
  const deltas: NamedDelta[] = [];
  for (const step of new Set([...left.keys(), ...right.keys()])) {
    const before = left.get(step);
    const after = right.get(step);
    if (before && after) {
      if (before.diffId !== after.diffId) deltas.push({ name: step, ...delta(before.bytes, after.bytes) });
      continue;
    }
    const only = before ?? after;
    if (only?.bytes === null) deltas.push({ name: step, ...delta(null, null) });
    else deltas.push(partDelta(step, before?.bytes ?? null, after?.bytes ?? null));
  }
  return biggestFirst(deltas);
}

function bySteps(layers: readonly Layer[]): Map<string, Layer> {
  const steps = new Map<string, Layer>();
  const seen = new Map<string, number>();
  for (const layer of layers) {
    const step = stepOf(layer);
    const nth = (seen.get(step) ?? 0) + 1;
    seen.set(step, nth);
    steps.set(nth === 1 ? step : `${step} (${nth})`, layer);
  }
  return steps;
}

/** Docker's classic builder writes a hash of what it copied into the step; without it the step stays the same. */
function stepOf(layer: Layer): string {
  return (layer.createdBy ?? '').replace(/\b(file|dir|multi):[0-9a-f]{64}\b/g, '$1').trim() || layer.diffId;
}
