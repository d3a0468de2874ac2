import { z } from 'zod';
import { base } from './base.ts';

/**
 * Four sizes of one image. They mean different things and differ by up to a factor of four for the same content, so
 * they must never be compared with each other. null: not reported by this engine.
 */
const imageSizes = z.object({
  /** Sum of the bytes of the files in all layers (Docker's overlay2 store). */
  fileBytes: z.number().int().nullable(),
  /** Sum of the uncompressed tar streams of the layers (Podman). */
  tarBytes: z.number().int().nullable(),
  /** As stored in a registry: compressed layers, configuration and manifest (Docker's containerd store). */
  compressedBytes: z.number().int().nullable(),
  /** The "size" that the engine prints, whatever it means by that. */
  engineReported: z.number().int().nullable(),
});
export type ImageSizes = z.infer<typeof imageSizes>;

const imageLayer = z.object({
  /** `sha256:…` of the uncompressed layer. */
  diffId: z.string(),
  /** The step that created it, as recorded by the engine; null if not known. */
  createdBy: z.string().nullable(),
  /** As reported by the engine; null if it does not. */
  bytes: z.number().int().nullable(),
});
export type ImageLayer = z.infer<typeof imageLayer>;

export const imageFacts = z.object({
  ref: z.string(),
  /** `sha256:…` of the image's configuration; in Docker's containerd store, of the manifest of its platform. */
  id: z.string(),
  /** `name@sha256:…` in a registry; null for images that were never pushed or pulled. */
  repoDigest: z.string().nullable(),
  /** `linux/amd64`, `linux/arm64/v8`. */
  platform: z.string(),
  createdAt: z.iso.datetime().nullable(),
  engine: z.object({
    /** `docker`, `podman`, or what another engine calls itself; `unknown` if it does not say. */
    name: z.string(),
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
  /** The images of the first engine that answers, newest first. */
  list: base.output(z.object({ engine: imageFacts.shape.engine, images: z.array(imageSummary) })),
  inspect: base.input(z.object({ ref: z.string() })).output(imageFacts),
};
