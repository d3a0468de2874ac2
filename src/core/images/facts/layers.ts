import type { ImageLayer } from '#contract/images';
import { maskImageStep } from '#core/system';
import type { HistoryReply } from '../engines/index.ts';

type Step = HistoryReply[number];

/** Instructions that only change an image's configuration, as the classic builder and BuildKit write them. */
const configuresOnly =
  /^(?:\/bin\/sh -c )?(?:#\(nop\)\s+)?(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b/;

/**
 * The layers of an image, lowest first, each with the step that made it. `history` is the engine's, newest first. It
 * also contains steps that made no layer, without marking them. Steps with bytes made a layer, and steps that only
 * configure made none: if the number of steps by either rule equals the number of layers, they are matched in order;
 * otherwise steps and bytes are unknown (null).
 */
export function layersOf(diffIds: readonly string[], history: HistoryReply): ImageLayer[] {
  const steps = layerSteps(diffIds.length, history.toReversed());
  return diffIds.map((diffId, index) => {
    const step = steps?.[index];
    // A step contains build arguments in plain text.
    const createdBy = step?.CreatedBy ? maskImageStep(step.CreatedBy.trim()) : null;
    return { diffId, createdBy, bytes: step?.Size ?? null };
  });
}

function layerSteps(layers: number, steps: readonly Step[]): readonly Step[] | null {
  const withBytes = steps.filter((step) => step.Size > 0);
  if (withBytes.length === layers) return withBytes;
  const possible = steps.filter((step) => step.Size > 0 || !configuresOnly.test(step.CreatedBy));
  return possible.length === layers ? possible : null;
}
