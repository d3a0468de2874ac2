import { z } from 'zod';

/*
 * The parts of an engine's replies that Burrow reads: those of Docker's Engine API
 * (docs.docker.com/reference/api/engine) that Docker with either image store and Podman have in common.
 * Go encodes an empty list as null and may omit fields.
 */

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** `GET /version`. */
export const versionReply = z.object({
  Version: z.string(),
  ApiVersion: z.string().regex(/^1\.\d{1,4}$/),
  /** The engine's own platform; other engines than Docker and Podman may not tell it. */
  Os: z.string().nullish(),
  Arch: z.string().nullish(),
  /** Docker's distributor: `Docker Engine - Community`, `Docker Desktop 4.48.0`. */
  Platform: z.object({ Name: z.string().nullish() }).nullish(),
  /** Podman names itself here. */
  Components: list(z.object({ Name: z.string() })),
});
export type VersionReply = z.infer<typeof versionReply>;

/** `GET /info`. */
export const infoReply = z.object({
  Driver: z.string(),
  /** Pairs; identifies Docker's containerd store. */
  DriverStatus: list(z.array(z.string())),
  /** `Docker Desktop`, `OrbStack`; elsewhere a Linux distribution. */
  OperatingSystem: z.string().nullish(),
});
export type InfoReply = z.infer<typeof infoReply>;

/** `GET /images/{name}/json`. */
export const inspectReply = z.object({
  Id: z.string(),
  RepoTags: list(z.string()),
  RepoDigests: list(z.string()),
  Created: z.string().nullish(),
  Os: z.string(),
  Architecture: z.string(),
  Variant: z.string().nullish(),
  Size: z.number().int(),
  RootFS: z.object({ Layers: list(z.string()) }).nullish(),
});
export type InspectReply = z.infer<typeof inspectReply>;

/** One step of `GET /images/{name}/history`, newest first. */
export const historyReply = list(
  z.object({
    CreatedBy: z.string(),
    /** null: not told, by nerdctl. */
    Size: z.number().int().nullable(),
    /** Whether it made no layer; not Docker's: nerdctl tells it. */
    Empty: z.boolean().nullish(),
    /** Of the image that the step left, which the classic builder keeps; `<missing>` for others. */
    Id: z.string().nullish(),
  }),
);
export type HistoryReply = z.infer<typeof historyReply>;

/** `GET /libpod/images/{name}/json` of Podman: the history of the image's configuration, oldest first. */
export const libpodImageReply = z.object({
  History: list(
    z.object({
      created_by: z.string().nullish(),
      /** Omitted for steps that made a layer. */
      empty_layer: z.boolean().nullish(),
    }),
  ),
});
export type LibpodImageReply = z.infer<typeof libpodImageReply>;

/** One manifest of an image in Docker's containerd store; API 1.47 and newer. */
const manifest = z.object({
  ID: z.string(),
  /** `image`, `attestation` or `unknown`. */
  Kind: z.string(),
  /** Whether all of its content is there; the other platforms of an index need not be. */
  Available: z.boolean().nullish(),
  /** Content: compressed bytes, as in a registry. */
  Size: z.object({ Content: z.number().int() }),
  ImageData: z
    .object({
      Platform: z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() }),
    })
    .nullish(),
});
export type ManifestReply = z.infer<typeof manifest>;

/** `GET /images/json?manifests=1`. */
export const listReply = list(
  z.object({
    Id: z.string(),
    RepoTags: list(z.string()),
    /** Seconds since 1970. */
    Created: z.number(),
    /** null: not told, by nerdctl. */
    Size: z.number().int().nullable(),
    Manifests: list(manifest),
  }),
);
export type ListReply = z.infer<typeof listReply>;

/** An answer with a status of 400 or more. */
export const errorReply = z.object({ message: z.string() });
