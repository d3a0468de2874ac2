import { z } from 'zod';

/*
 * What a builder recorded about how an image was built: BuildKit's provenance, in its engine's build history or beside the image in
 * an archive. What nobody recorded, or is not kept any more, is absent.
 */

/** The lines of a Dockerfile that a layer was built from. */
export const dockerfileLines = z.object({
  /** Its name, as it was given to the builder: `Dockerfile`, `build/server.Dockerfile`. */
  file: z.string(),
  /** From 1. */
  firstLine: z.number().int(),
  lastLine: z.number().int(),
  /** Those lines, at most 4,000 characters of them, secrets masked. */
  text: z.string(),
});
export type DockerfileLines = z.infer<typeof dockerfileLines>;

/** The stage of a Dockerfile that an image was built from. */
export const buildTarget = z.object({
  /** Its name (`FROM … AS server`), or what was given as --target. */
  name: z.string(),
  /** Whether it is the last stage, which is built without --target, too. */
  isLast: z.boolean(),
});
export type BuildTarget = z.infer<typeof buildTarget>;
