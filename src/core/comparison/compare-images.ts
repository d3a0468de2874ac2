import type { Comparison, Delta, NamedDelta } from '#contract/comparison';
import type { ImageFacts } from '#contract/images';
import type { Verdict } from '#contract/verdict';
import { biggestFirst, delta, partDelta } from './delta.ts';

type Measure = Exclude<NonNullable<Comparison['measure']>, 'artifactBytes'>;
type Layer = ImageFacts['layers'][number];

/**
 * The kind of size by which two images can be compared: both have it, and it means the same for both. The size that
 * the engine reports is comparable only for the same engine and store. null: they have no kind of size in common.
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
 * Compares layers, paired by the step that made them (the nth `RUN make` with the nth); layers with equal content are
 * omitted. A layer that is missing on one side counts as 0 there. If the size of a layer is unknown, it and the change
 * are null.
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

/** The layer that explains most of the change; null: the sizes cannot be compared. An image has no other causes. */
export function imageVerdict({ change }: Delta, layers: readonly NamedDelta[]): Verdict | null {
  if (change === null) return null;
  const along = layers.filter((each) => each.change !== null && Math.sign(each.change) === Math.sign(change));
  const gross = along.reduce((sum, each) => sum + (each.change ?? 0), 0);
  const [largest] = along;
  if (change === 0 || !largest?.change) return { statements: [], causes: [] };
  const percent = (largest.change / gross) * 100;
  return { statements: [{ kind: 'layer', step: largest.name, percent }], causes: [] };
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

/** The step of a layer, without the hash of the copied files that Docker's classic builder adds. */
function stepOf(layer: Layer): string {
  return (layer.createdBy ?? '').replace(/\b(file|dir|multi):[0-9a-f]{64}\b/g, '$1').trim() || layer.diffId;
}
