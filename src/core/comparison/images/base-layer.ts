import type { MatchedLayer } from './match-layers.ts';

/** Instructions of the lowest layer of an image that is built on nothing: `FROM scratch`. */
const ownInstructions: ReadonlySet<string> = new Set(['COPY', 'RUN', 'WORKDIR']);

/**
 * Whether the lowest layer is that of a base image: what a distribution makes of its own (`# debian.sh`), what was
 * imported, which has no step where other layers have one, or an ADD into the root folder. Without any steps, that is
 * not known. Pure.
 */
export function isBaseLayer([lowest, ...others]: readonly Pick<MatchedLayer, 'step'>[]): boolean {
  if (!lowest) return false;
  if (!lowest.step) return others.some(({ step }) => step !== null);
  const { instruction, text } = lowest.step;
  if (instruction === 'ADD') return text.endsWith(' /');
  return instruction === null || !ownInstructions.has(instruction);
}
