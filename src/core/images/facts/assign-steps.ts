/** A step of an image's history, oldest first, as far as it matters for whether it made a layer. */
export interface PossibleStep {
  /** `always` and `never` are known; `maybe`: it can have made a layer. */
  madeLayer: 'always' | 'maybe' | 'never';
}

/** More steps times layers than any image has; a hostile engine may tell millions. */
const maxCells = 4_000_000;

/**
 * For each layer, lowest first, the indexes of the steps that can have made it: of all ways to give every layer a step
 * of its own, in order, such that every `always` step has a layer and no `never` step has one. `fits` excludes a step
 * for a layer. null: there is no such way, or the history is too long to say.
 */
export function possibleSteps(
  steps: readonly PossibleStep[],
  layers: number,
  fits: (step: number, layer: number) => boolean = () => true,
): number[][] | null {
  const width = layers + 1;
  if ((steps.length + 1) * width > maxCells) return null;
  // Reachable from the start: the first i steps can have made exactly the first j layers.
  const before = new Uint8Array((steps.length + 1) * width);
  // And to the end: the steps from i on can have made exactly the layers from j on.
  const after = new Uint8Array(before.length);
  const skips = (step: number) => steps[step]?.madeLayer !== 'always';
  const makes = (step: number, layer: number) => steps[step]?.madeLayer !== 'never' && fits(step, layer);

  before[0] = 1;
  for (let i = 0; i < steps.length; i++) {
    for (let j = 0; j <= layers; j++) {
      if (before[i * width + j] !== 1) continue;
      if (skips(i)) before[(i + 1) * width + j] = 1;
      if (j < layers && makes(i, j)) before[(i + 1) * width + j + 1] = 1;
    }
  }
  after[steps.length * width + layers] = 1;
  for (let i = steps.length - 1; i >= 0; i--) {
    for (let j = layers; j >= 0; j--) {
      const skipped = skips(i) && after[(i + 1) * width + j] === 1;
      const made = j < layers && makes(i, j) && after[(i + 1) * width + j + 1] === 1;
      if (skipped || made) after[i * width + j] = 1;
    }
  }
  if (after[0] !== 1) return null;
  return Array.from({ length: layers }, (_, layer) =>
    steps.flatMap((_step, step) => {
      const leadsHere = before[step * width + layer] === 1 && makes(step, layer);
      return leadsHere && after[(step + 1) * width + layer + 1] === 1 ? step : [];
    }),
  );
}
