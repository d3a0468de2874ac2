import { z } from 'zod';
import { base, failureData } from './base.ts';
import { buildTarget, dockerfileLines } from './image-build.ts';
import { engineChoosers, engineStates } from './engine-chooser.ts';

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
  /** Absent: not known. Of the layers of a base image, its FROM. */
  dockerfile: dockerfileLines.optional(),
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
  /** Absent: not known, or a stage without a name. */
  target: buildTarget.optional(),
});
export type ImageFacts = z.infer<typeof imageFacts>;

const imageSummary = z.object({
  ref: z.string(),
  id: z.string(),
  createdAt: z.iso.datetime().nullable(),
  /** `linux/amd64`, if the engine tells it in its list. */
  platform: z.string().nullable(),
  /** The size that stands for the image (contract/image-measure.ts), of one platform; null: the engine tells none. */
  size: z
    .object({
      measure: z.enum(['fileBytes', 'tarBytes', 'compressedBytes', 'engineReported']),
      bytes: z.number().int(),
    })
    .nullable(),
  engineReported: z.number().int().nullable(),
});
export type ImageSummary = z.infer<typeof imageSummary>;

/** An engine of this machine, or an address that one of Docker's contexts names. */
const imageEngine = z.object({
  /** Its address, secrets masked: `unix:///var/run/docker.sock`. */
  endpoint: z.string(),
  /** By its own name: `Docker Desktop`, `Colima`; null: not known. */
  product: z.string().nullable(),
  /** Which of several: Colima's profile, Lima's instance, Podman's machine. */
  instance: z.string().nullable(),
  /** The names of Docker's contexts that lead there. */
  contexts: z.array(z.string()),
  state: z.enum(engineStates),
  /** Why it does not answer; null: it does. */
  problem: failureData.nullable(),
  /** As in `imageFacts`; null: it does not answer. */
  name: z.string().nullable(),
  version: z.string().nullable(),
  store: z.string().nullable(),
  /** Whether images are read from this one. */
  used: z.boolean(),
});
export type ImageEngine = z.infer<typeof imageEngine>;

const imageEngines = z.object({
  /** null: nobody chose one; the first that answers is used. */
  chosenBy: z.enum(engineChoosers).nullable(),
  /** The chosen one first, then in the order in which they are tried. */
  engines: z.array(imageEngine),
});
export type ImageEngines = z.infer<typeof imageEngines>;

export const imagesContract = {
  /** All engines. One that hangs delays the answer by 2.5 s. */
  engines: base.output(imageEngines),
  /** Remembers the engine to read images from; null: the first that answers. A variable of Docker's still decides before it. */
  chooseEngine: base.input(z.object({ endpoint: z.string().max(500).nullable() })).output(z.object({})),
  /** The images of the engine in use, newest first. */
  list: base.output(z.object({ engine: imageFacts.shape.engine, images: z.array(imageSummary) })),
  inspect: base.input(z.object({ ref: z.string() })).output(imageFacts),
};
