import { z } from 'zod';

/*
 * The documents of an archive or folder, as far as Burrow reads them: those of OCI image layouts
 * (github.com/opencontainers/image-spec) and of `docker save`. Go encodes an empty list as null and may omit fields.
 */

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const annotations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((named) => named ?? {});

export const descriptor = z.object({
  mediaType: z.string().nullish(),
  digest: z.string(),
  annotations,
  platform: z.object({ os: z.string(), architecture: z.string() }).nullish(),
});
export type Descriptor = z.infer<typeof descriptor>;

/** `index.json`, and an index in a blob; Docker calls it a manifest list. */
export const imageIndex = z.object({ manifests: list(descriptor) });

/** One image for one platform. */
export const imageManifest = z.object({
  mediaType: z.string().nullish(),
  artifactType: z.string().nullish(),
  config: descriptor,
  layers: list(descriptor),
});
export type ImageManifest = z.infer<typeof imageManifest>;

/** An image in the `manifest.json` of `docker save`: names of files in the archive. */
const savedImage = z.object({ Config: z.string(), RepoTags: list(z.string()), Layers: list(z.string()) });
export type SavedImage = z.infer<typeof savedImage>;

/** `manifest.json`: of `docker save`; else of a folder that `skopeo copy … dir:` wrote, the manifest or index of the image. */
export const manifestJson = z.union([
  z.array(savedImage),
  imageManifest,
  z.object({ manifests: z.array(descriptor) }),
]);
