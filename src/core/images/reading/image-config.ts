import { z } from 'zod';

/** Go encodes an empty list as null and may omit fields. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/**
 * The parts of an image's configuration that Burrow reads (github.com/opencontainers/image-spec, config.md; Docker's is the
 * same). Nothing in it is masked.
 */
export const imageConfig = z.object({
  architecture: z.string(),
  os: z.string(),
  variant: text,
  created: z.string().nullish(),
  rootfs: z
    .object({ diff_ids: list(z.string().regex(/^sha256:[0-9a-f]{64}$/)) })
    .nullish()
    .transform((rootfs) => rootfs ?? { diff_ids: [] }),
  history: list(z.object({ created_by: text, empty_layer: z.boolean().nullish(), comment: text })),
  config: z
    .object({
      User: text,
      WorkingDir: text,
      Entrypoint: list(z.string()),
      Cmd: list(z.string()),
      Env: list(z.string()),
      Labels: z
        .record(z.string(), z.string())
        .nullish()
        .transform((labels) => labels ?? {}),
      ExposedPorts: z
        .record(z.string(), z.unknown())
        .nullish()
        .transform((ports) => Object.keys(ports ?? {})),
    })
    .nullish()
    .transform((config) => config ?? null),
});
export type ImageConfig = z.infer<typeof imageConfig>;
