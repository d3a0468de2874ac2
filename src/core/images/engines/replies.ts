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
  /** Podman names itself here. */
  Components: list(z.object({ Name: z.string() })),
});
export type VersionReply = z.infer<typeof versionReply>;

/** `GET /info`. */
export const infoReply = z.object({
  Driver: z.string(),
  /** Pairs; identifies Docker's containerd store. */
  DriverStatus: list(z.array(z.string())),
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
export const historyReply = list(z.object({ CreatedBy: z.string(), Size: z.number().int() }));
export type HistoryReply = z.infer<typeof historyReply>;

/** One manifest of an image in Docker's containerd store; API 1.47 and newer. */
const manifest = z.object({
  ID: z.string(),
  /** `image`, `attestation` or `unknown`. */
  Kind: z.string(),
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
    Size: z.number().int(),
    Manifests: list(manifest),
  }),
);
export type ListReply = z.infer<typeof listReply>;

/** An answer with a status of 400 or more. */
export const errorReply = z.object({ message: z.string() });
