import type { ImageLayer } from '#contract/images';
import { maskSecrets } from '#core/system';
import type { HistoryReply } from './replies.ts';

type Step = HistoryReply[number];

/** Instructions that only change an image's configuration, as the classic builder and BuildKit write them. */
const configuresOnly =
  /^(?:\/bin\/sh -c )?(?:#\(nop\)\s+)?(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b/;

/**
 * The layers of an image, lowest first, each with the step that made it. `history` is the engine's: newest first,
 * with the steps that made no layer among the others, and it does not say which those are. What made bytes made a
 * layer, and what only configures made none: where either bound leaves as many steps as there are layers, they
 * belong together; elsewhere step and bytes stay unknown.
 */
export function layersOf(diffIds: readonly string[], history: HistoryReply): ImageLayer[] {
  const steps = layerSteps(diffIds.length, history.toReversed());
  return diffIds.map((diffId, index) => {
    const step = steps?.[index];
    // Build arguments stand in a step as they were given.
    const createdBy = step?.CreatedBy ? maskSecrets(step.CreatedBy.trim()) : null;
    return { diffId, createdBy, bytes: step?.Size ?? null };
  });
}

function layerSteps(layers: number, steps: readonly Step[]): readonly Step[] | null {
  const atLeast = steps.filter((step) => step.Size > 0);
  if (atLeast.length === layers) return atLeast;
  const atMost = steps.filter((step) => step.Size > 0 || !configuresOnly.test(step.CreatedBy));
  return atMost.length === layers ? atMost : null;
}
