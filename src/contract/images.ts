import { z } from 'zod';
import { base } from './base.ts';

/**
 * Four sizes of one image. They mean different things, differ by up to a factor of four for the same content,
 * and are never compared with one another. null: this engine does not tell.
 */
const imageSizes = z.object({
  /** Sum of the bytes of the files in all layers (Docker's overlay2 store). */
  fileBytes: z.number().int().nullable(),
  /** Uncompressed tar streams of the layers, added up (Podman). */
  tarBytes: z.number().int().nullable(),
  /** As a registry holds it: compressed layers, configuration and manifest (Docker's containerd store). */
  compressedBytes: z.number().int().nullable(),
  /** What the engine prints as "size", whatever it means there. */
  engineReported: z.number().int().nullable(),
});
export type ImageSizes = z.infer<typeof imageSizes>;

const imageLayer = z.object({
  /** `sha256:…` of the uncompressed layer. */
  diffId: z.string(),
  /** The step that made it, as the engine keeps it; null when unknown. */
  createdBy: z.string().nullable(),
  /** As the engine reports it; null when it does not. */
  bytes: z.number().int().nullable(),
});
export type ImageLayer = z.infer<typeof imageLayer>;

export const imageFacts = z.object({
  ref: z.string(),
  /** `sha256:…` of the image's configuration, in Docker's containerd store of its platform's manifest. */
  id: z.string(),
  /** `name@sha256:…` as registries know it; null when the engine keeps none, as for images never pushed or pulled. */
  repoDigest: z.string().nullable(),
  /** `linux/amd64`, `linux/arm64/v8`. */
  platform: z.string(),
  createdAt: z.iso.datetime().nullable(),
  engine: z.object({
    name: z.enum(['docker', 'podman']),
    version: z.string(),
    /** How it stores images: `overlay2`, `overlayfs` (containerd), `vfs`. */
    store: z.string(),
    endpoint: z.string(),
  }),
  sizes: imageSizes,
  layers: z.array(imageLayer),
});
export type ImageFacts = z.infer<typeof imageFacts>;

const imageSummary = z.object({
  ref: z.string(),
  id: z.string(),
  createdAt: z.iso.datetime().nullable(),
  engineReported: z.number().int().nullable(),
});
export type ImageSummary = z.infer<typeof imageSummary>;

export const imagesContract = {
  /** The images of the engine that answers, newest first. */
  list: base.output(z.object({ engine: imageFacts.shape.engine, images: z.array(imageSummary) })),
  inspect: base.input(z.object({ ref: z.string() })).output(imageFacts),
  /** Reads the image and puts it into the history; `project` files it under a folder. */
  record: base
    .input(z.object({ ref: z.string(), project: z.string().optional() }))
    .output(z.object({ id: z.string() })),
};
