import { z } from 'zod';
import { buildTarget, dockerfileLines } from './image-build.ts';
import { imageSecretKinds } from './image-secret-kinds.ts';

/*
 * What Burrow read in an image itself, byte by byte, unlike `imageFacts`, which an engine tells. Numbers of the two are
 * never compared with each other: an engine may count other things.
 */

/** Three sizes of what was read, each with one meaning for every engine and archive. Bytes. */
const readSizes = z.object({
  /** The content of regular files, each hard link once. */
  fileBytes: z.number().int(),
  /** The uncompressed tar streams. */
  tarBytes: z.number().int(),
  /** As stored in the archive or registry. null: some layer is stored without compression. */
  compressedBytes: z.number().int().nullable(),
});
export type ReadSizes = z.infer<typeof readSizes>;

/** The step of a Dockerfile, or of another builder, that made a layer. */
export const imageStep = z.object({
  /** As the image's history has it, secrets masked; empty: the history does not say. */
  createdBy: z.string(),
  /** `COPY`, `RUN`, …; null: not known. */
  instruction: z.string().nullable(),
  /** Without what only the builder adds: `RUN useradd app`, `COPY /out/server /usr/local/bin/`. */
  text: z.string(),
  /** Build arguments that the step was run with: `VERSION=v1.0.1`; secrets masked. */
  args: z.array(z.string()),
});
export type ImageStep = z.infer<typeof imageStep>;

const readLayer = readSizes.extend({
  /** `sha256:…` of its tar stream, verified. */
  diffId: z.string(),
  /** `sha256:…` of how it is stored; null: it is stored uncompressed without a digest of its own. */
  digest: z.string().nullable(),
  compression: z.enum(['none', 'gzip', 'zstd']),
  step: imageStep.nullable(),
  /** Absent: not known. Of the layers of a base image, its FROM. */
  dockerfile: dockerfileLines.optional(),
  /** Entries where nothing was below. */
  added: z.number().int(),
  /** Entries where something was; of folders only those with another owner or mode. */
  changed: z.number().int(),
  /** Entries of the layers below that are not there any more, also all those in a folder that is not. */
  removed: z.number().int(),
  /** Regular files. */
  files: z.number().int(),
});
export type ReadLayer = z.infer<typeof readLayer>;

/** Bytes of a layer that no one sees, because a layer above hides them. They could be saved. */
const wastedFile = z.object({
  path: z.string(),
  bytes: z.number().int(),
  /** The index of the layer that has them, and of the one that hides them. */
  layer: z.number().int(),
  hiddenBy: z.number().int(),
  /** `same`: the layer that hides it stores the same content again, as `RUN chmod` and `RUN mv` do. */
  how: z.enum(['removed', 'replaced', 'same']),
  /** Where it does; null: it does not. */
  again: z.string().nullable(),
});
export type WastedFile = z.infer<typeof wastedFile>;

/** A Go program of the final file system; one that has several names by hard links once. */
const imageProgram = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  layer: z.number().int(),
  goVersion: z.string().nullable(),
  /** The import path of the package that was built; empty: not known. */
  mainPackage: z.string(),
  /** The path of its main module, and its version. */
  module: z.string().nullable(),
  version: z.string().nullable(),
  target: z.string(),
  /** As `go tool buildid` prints it; null: none. */
  buildId: z.string().nullable(),
  /** The build of the history that made it: `b12`; null: none is recorded. */
  build: z.string().nullable(),
  /**
   * By what `build` was found: `content`: it is the same file; `build-id`: it was changed since, as by `strip`. null: there is none.
   */
  buildBy: z.enum(['content', 'build-id']).nullable().default(null),
});
export type ImageProgram = z.infer<typeof imageProgram>;

/** An executable of the final file system of which it is not known whether it is a Go program, or which. */
const unreadProgram = z.object({
  path: z.string(),
  bytes: z.number().int(),
  layer: z.number().int(),
  /** `packed`: by UPX. `damaged`: it has marks of Go. `too-large`: no file so large was looked into. */
  reason: z.enum(['packed', 'damaged', 'too-large']),
});
export type UnreadProgram = z.infer<typeof unreadProgram>;

/** A package of the distribution. */
export const distributionPackage = z.object({
  name: z.string(),
  version: z.string(),
  arch: z.string().nullable(),
  /** As its package manager says; null: it does not. */
  bytes: z.number().int().nullable(),
});
export type DistributionPackage = z.infer<typeof distributionPackage>;

/** Something that looks like a secret. Its value is nowhere in it. */
export const imageSecret = z.object({
  kind: z.enum(imageSecretKinds),
  /** In which file; null: in the configuration or the history. */
  path: z.string().nullable(),
  /** The name of the variable, argument or label; null: it is a file, or stands in a command. */
  name: z.string().nullable(),
  /** The index of the layer; null: none. */
  layer: z.number().int().nullable(),
  /** The text of the step that brought it, secrets masked; null: not known. */
  step: z.string().nullable(),
  /** A layer above removes or replaces it, and whoever has the image can still read it. */
  hidden: z.boolean(),
});
export type ImageSecret = z.infer<typeof imageSecret>;

export const imageContents = z.object({
  /** Where it was read: an engine's reference, or the path of an archive or folder. */
  source: z.string(),
  /** The digest of the configuration, `sha256:…`, which is the same wherever the image is. */
  configDigest: z.string(),
  platform: z.string(),
  /** Of the same archive or index; chosen from, never summed. */
  otherPlatforms: z.array(z.string()),
  createdAt: z.iso.datetime().nullable(),
  /** Its names in the archive: `shop/server:1.0`. */
  names: z.array(z.string()),
  sizes: readSizes,
  /** Lowest first. */
  layers: z.array(readLayer),
  /** Absent: not known, or a stage without a name. */
  target: buildTarget.optional(),
  config: z.object({
    /** Empty: root. */
    user: z.string(),
    workingDir: z.string(),
    entrypoint: z.array(z.string()),
    cmd: z.array(z.string()),
    /** `NAME=value`, secrets masked. */
    env: z.array(z.string()),
    labels: z.record(z.string(), z.string()),
    exposedPorts: z.array(z.string()),
  }),
  /** The distribution as /etc/os-release names it: `Debian GNU/Linux 12 (bookworm)`; null: none. */
  distribution: z.string().nullable(),
  packages: z.array(distributionPackage),
  /** Paths of databases of packages that could not be read, so that packages may be missing. */
  unreadPackages: z.array(z.string()),
  programs: z.array(imageProgram),
  unreadPrograms: z.array(unreadProgram),
  /** `files`: the largest, at most 1,000; `count` and `bytes` are those of all. */
  waste: z.object({ bytes: z.number().int(), count: z.number().int(), files: z.array(wastedFile) }),
  secrets: z.array(imageSecret),
  /** Regular files of the final file system, and their bytes: hard links once. */
  finalFiles: z.number().int(),
  finalBytes: z.number().int(),
});
export type ImageContents = z.infer<typeof imageContents>;

const numbers = z.custom<number[]>((value) => Array.isArray(value));
const texts = z.custom<string[]>((value) => Array.isArray(value));

/**
 * The entries of one layer in columns, so that 100,000 of them are a few arrays: index i of each is one entry. In the order
 * of the layer, with the last of several entries of one path only.
 */
export const layerEntries = z.object({
  /** Relative to the root, without `.`, `..` and slashes at the ends; of a whiteout, what it removes. */
  paths: texts,
  /** Indexes of `imageEntryKinds`. */
  kinds: numbers,
  /** The content of a regular file; 0 for all others. */
  bytes: numbers,
  /** Permission bits, with setuid, setgid and sticky: 0o4755. */
  modes: numbers,
  uids: numbers,
  gids: numbers,
  /** The targets of links by the index of the entry. */
  links: z.record(z.string(), z.string()),
});
export type LayerEntries = z.infer<typeof layerEntries>;
