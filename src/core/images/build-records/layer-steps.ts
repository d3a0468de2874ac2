import type { BuildStep, Provenance } from './provenance.ts';

/** By what a layer of an image is known to its builder. */
export interface LayerDigests {
  diffId: string;
  /** As it is stored; null: without a digest of its own. */
  digest: string | null;
}

/**
 * The id of the step of the build that made each layer, lowest first; null: not known. From the last step down: what a step has more
 * than the step that it is built on is its own. Pure.
 */
export function stepsOfLayers(
  { steps, layers: layersOf }: Provenance,
  layers: readonly LayerDigests[],
): (string | null)[] {
  const made = layers.map((): string | null => null);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  let result = steps.at(-1)?.inputs[0];
  while (result !== undefined && !seen.has(result)) {
    seen.add(result);
    const step = byId.get(result.split(':')[0] ?? '');
    if (!step) break;
    const base = baseOf(step);
    const end = countOf(layersOf.get(result), layers);
    const start = base === undefined ? 0 : countOf(layersOf.get(base), layers);
    // Where the layers below it are not known, neither are its own.
    if (start !== null && end !== null) made.fill(step.id, start, Math.max(start, end));
    result = base;
  }
  return made;
}

/** The result that a step is built on; undefined: on nothing. */
function baseOf({ inputs, op: { file, exec, source } }: BuildStep): string | undefined {
  if (source) return undefined;
  const input = (file ? file.actions[0]?.input : exec?.mounts.find(({ dest }) => dest === '/')?.input) ?? 0;
  // -1: FROM scratch.
  return inputs[input];
}

/** How many of the image's lowest layers a result has, if it has no others; null: not known. */
function countOf(
  chains: readonly (readonly string[])[] | undefined,
  layers: readonly LayerDigests[],
): number | null {
  const fitting = (chains ?? []).find(
    (chain) =>
      chain.length <= layers.length &&
      chain.every((digest, i) => layers[i]?.diffId === digest || layers[i]?.digest === digest),
  );
  return fitting?.length ?? null;
}
