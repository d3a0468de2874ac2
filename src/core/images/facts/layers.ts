import type { ImageLayer } from '#contract/images';
import { readStep } from '#contract/image-step';
import { maskImageStep } from '#core/system';
import type { HistoryReply } from '../engines/index.ts';
import { type PossibleStep, possibleSteps } from './assign-steps.ts';

/** A step of an image's history. */
export interface Step {
  createdBy: string;
  /** As the engine tells them; null: it does not. */
  bytes: number | null;
  /** Whether it made no layer; null: the source does not say. */
  isEmpty: boolean | null;
}

/** The steps in Docker's API, which has the newest first and does not say which are empty. */
export function stepsOf(history: HistoryReply): Step[] {
  return history
    .toReversed()
    .map(({ CreatedBy, Size, Empty }) => ({ createdBy: CreatedBy, bytes: Size, isEmpty: Empty ?? null }));
}

/** Podman's own API and an image's configuration say which steps are empty, and have no sizes. */
export function withEmptySteps(steps: readonly Step[], emptySteps: readonly boolean[]): readonly Step[] {
  if (emptySteps.length !== steps.length) return steps;
  return steps.map((step, index) => ({ ...step, isEmpty: emptySteps[index] === true }));
}

/**
 * The number of layers after each step tells which steps are empty; null where it is not known. Docker's classic builder
 * keeps an image of each step.
 */
export function withLayerCounts(steps: readonly Step[], counts: readonly (number | null)[]): Step[] {
  return steps.map((step, index) => {
    const before = index === 0 ? 0 : counts[index - 1];
    const after = counts[index];
    return before == null || after == null ? step : { ...step, isEmpty: after === before };
  });
}

/** Instructions that change only the configuration, whoever builds. */
const configuresOnly: ReadonlySet<string> = new Set(
  'ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME'.split(
    ' ',
  ),
);

/** The hash of a layer without entries: 1024 zero bytes. */
const emptyLayer = 'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';

/**
 * The layers of an image, lowest first, each with the step that made it and its bytes. Where the history does not say which
 * steps made a layer, what every possible assignment agrees on is told, and the rest is null: of two `WORKDIR` with one
 * layer, its bytes (0), not its step. `steps` are oldest first.
 */
export function layersOf(diffIds: readonly string[], steps: readonly Step[]): ImageLayer[] {
  const possible =
    assign(diffIds, steps) ??
    assign(
      diffIds,
      steps.map((step) => ({ ...step, isEmpty: null })),
    );
  return diffIds.map((diffId, layer) => {
    const candidates = possible?.[layer]?.map((step) => steps[step]) ?? [];
    const createdBy = agreed(candidates.map((step) => step?.createdBy.trim() || null));
    return {
      diffId,
      // A step contains build arguments in plain text.
      createdBy: createdBy === null ? null : maskImageStep(createdBy),
      bytes: agreed(candidates.map((step) => step?.bytes ?? null)),
    };
  });
}

function assign(diffIds: readonly string[], steps: readonly Step[]): number[][] | null {
  return possibleSteps(
    steps.map((step) => ({ madeLayer: madeLayer(step) })),
    diffIds.length,
    // A layer without entries has no bytes, or, as a tar stream, its end. On a disk it has blocks.
    (step, layer) =>
      diffIds[layer] !== emptyLayer || steps[step]?.isEmpty === false || (steps[step]?.bytes ?? 0) <= 1024,
  );
}

function madeLayer({ isEmpty, bytes, createdBy }: Step): PossibleStep['madeLayer'] {
  if (isEmpty !== null) return isEmpty ? 'never' : 'always';
  if (bytes !== null && bytes > 0) return 'always';
  return configuresOnly.has(readStep(createdBy).instruction ?? '') ? 'never' : 'maybe';
}

/** The one value that all have; null: they differ, or there is none. */
function agreed<T>(values: readonly (T | null)[]): T | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}
