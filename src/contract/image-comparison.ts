import { z } from 'zod';
import { failureData } from './base.ts';
import { delta } from './delta.ts';
import { dockerfileLines } from './image-build.ts';
import { imageStep } from './image-contents.ts';

/** What the size of an image counts. Bytes that count different things are never subtracted. */
export const imageMeasure = z.enum(['compressedBytes', 'fileBytes', 'tarBytes', 'engineReported']);
export type ImageMeasure = z.infer<typeof imageMeasure>;
/** Of a layer; `diskBytes`: the blocks that its unpacked files take. */
const layerMeasure = z.enum([...imageMeasure.options, 'diskBytes']);
export type LayerMeasure = z.infer<typeof layerMeasure>;

/** A layer of one side. */
const layerOfSide = z.object({
  /** From the lowest, 0. */
  index: z.number().int(),
  /** `sha256:…` */
  diffId: z.string(),
  /** null: not known. */
  step: imageStep.nullable(),
  /** Absent: not known. */
  dockerfile: dockerfileLines.optional(),
});
export type LayerOfSide = z.infer<typeof layerOfSide>;

/**
 * A layer of A and the same one of B, or a layer that only one side has. Its bytes are null on a side where they are not
 * known, and where those of the two sides count different things there is no change.
 */
export const layerRow = delta.extend({
  inA: layerOfSide.nullable(),
  inB: layerOfSide.nullable(),
  /** By what the two are the same layer; null: only one side has it. With `content`, they are equal. */
  by: z.enum(['content', 'step', 'order', 'files']).nullable(),
  /** What its bytes count, on both sides; null: different things, or they are not known. */
  measure: layerMeasure.nullable(),
});
export type LayerRow = z.infer<typeof layerRow>;

/** What differs of a file between the two final file systems. */
export const fileChange = z.object({
  /** In B, of a removed one in A: `/usr/local/bin/server`. */
  path: z.string(),
  how: z.enum(['added', 'removed', 'changed', 'metadata', 'moved']),
  /** Where A has a file that moved; null for all others. */
  from: z.string().nullable(),
  /** Its bytes; null: that side does not have it. Of what is no regular file, 0. */
  a: z.number().int().nullable(),
  b: z.number().int().nullable(),
  /** The index of the layer that it is from. */
  layerA: z.number().int().nullable(),
  layerB: z.number().int().nullable(),
  /** What else differs, of a file that both have: `0644` and `0755`, `0:0` and `65532:65532`, the target of a link. */
  metadata: z.array(
    z.object({ name: z.enum(['kind', 'mode', 'owner', 'link']), a: z.string(), b: z.string() }),
  ),
});
export type FileChange = z.infer<typeof fileChange>;

/** How many files changed in one way, and by how many bytes together. */
const fileCount = z.object({ files: z.number().int(), bytes: z.number().int() });

const fileChanges = z.object({
  added: fileCount,
  removed: fileCount,
  changed: fileCount,
  /** Only the mode, owner or target of a link. */
  metadata: fileCount,
  /** The same content at another path. */
  moved: fileCount,
  /** The largest changes first, at most 5,000. */
  rows: z.array(fileChange),
  /** How many there are besides. */
  omitted: z.number().int(),
});
export type FileChanges = z.infer<typeof fileChanges>;

/** A package of the distribution that came, went or has another version; its version is null where it is not. */
export const packageChange = z.object({
  name: z.string(),
  arch: z.string().nullable(),
  a: z.string().nullable(),
  b: z.string().nullable(),
  /** As its package manager says; null: it does not. */
  bytes: z.number().int().nullable(),
});
export type PackageChange = z.infer<typeof packageChange>;

const programOfSide = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  goVersion: z.string().nullable(),
  module: z.string().nullable(),
  version: z.string().nullable(),
  target: z.string(),
  /** The recorded build of the same file, `b12`, by which the two programs can be compared; null: there is none. */
  build: z.string().nullable(),
});

/** A Go program of A and the same one of B, by its path or, if it moved, by its main module. */
const programRow = z.object({ a: programOfSide.nullable(), b: programOfSide.nullable(), same: z.boolean() });
export type ProgramRow = z.infer<typeof programRow>;

/** Bytes of a lower layer that a layer above hides, which only one side has. */
const wasteRow = z.object({
  path: z.string(),
  bytes: z.number().int(),
  how: z.enum(['removed', 'replaced', 'same']),
  side: z.enum(['a', 'b']),
  /** The steps of the layer that has them and of the one that hides them; null: not known. */
  stored: z.string().nullable(),
  hidden: z.string().nullable(),
});
export type WasteRow = z.infer<typeof wasteRow>;

/** A setting of the configuration that differs; empty: that side does not set it. */
const configRow = z.object({
  name: z.enum(['user', 'workingDir', 'entrypoint', 'cmd', 'env', 'labels', 'exposedPorts']),
  /** The name of the variable or label; else empty. */
  key: z.string(),
  a: z.string(),
  b: z.string(),
});
export type ConfigRow = z.infer<typeof configRow>;

/** How two images differ. What needs the contents of both is null where those of one side are not known. */
export const imageComparison = z.object({
  /** Who counted the headline's size: an engine, or Burrow, which read the image; null: the sizes have no meaning in common. */
  from: z.enum(['told', 'read']).nullable(),
  /** Why the sizes cannot be compared, and what to do; null: they can. */
  incomparable: failureData.nullable(),
  /** The bytes of files that all layers of each store, as Burrow read them; null: it read only one. */
  fileBytes: delta.nullable(),
  /** Lowest first, in the order of B; those that only A has are where they were. */
  layers: z.array(layerRow),
  /**
   * Whether it is built on another image, and on which: by its label or distribution; null: not known, `scratch`: on nothing.
   */
  base: z.object({ changed: z.boolean(), a: z.string().nullable(), b: z.string().nullable() }),
  /** As /etc/os-release says; null: it is not known, or there is none. */
  distribution: z.object({ a: z.string().nullable(), b: z.string().nullable() }),
  platform: z.object({ a: z.string(), b: z.string() }),
  /** The names of the stages that they were built from; null: not known, or without a name. Absent: as null and null. */
  target: z.object({ a: z.string().nullable(), b: z.string().nullable() }).optional(),
  files: fileChanges.nullable(),
  packages: z.array(packageChange).nullable(),
  programs: z.array(programRow).nullable(),
  waste: z
    .object({
      bytes: delta,
      /** What one side alone wastes, largest first. */
      rows: z.array(wasteRow),
    })
    .nullable(),
  config: z.array(configRow).nullable(),
});
export type ImageComparison = z.infer<typeof imageComparison>;
