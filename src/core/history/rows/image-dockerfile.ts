import { z } from 'zod';
import { buildTarget, dockerfileLines } from '#contract/image-build';
import type { ImageFacts } from '#contract/images';

const kept = z.object({
  target: buildTarget.nullable(),
  /** Of each layer, lowest first. */
  lines: z.array(dockerfileLines.nullable()),
});
type KeptDockerfile = z.infer<typeof kept>;

/** From which stage and lines an image was built, as it is stored; null: not known. */
export function encodeDockerfile({ target, layers }: ImageFacts): string | null {
  const lines = layers.map(({ dockerfile }) => dockerfile ?? null);
  if (!target && lines.every((each) => each === null)) return null;
  const content: KeptDockerfile = { target: target ?? null, lines };
  return JSON.stringify(content);
}

/** What was stored; of another shape: nothing. */
export function decodeDockerfile(content: string | null): KeptDockerfile {
  try {
    return kept.parse(JSON.parse(content ?? 'null'));
  } catch {
    return { target: null, lines: [] };
  }
}
