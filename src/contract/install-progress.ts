import { z } from 'zod';
import { failureData } from './base.ts';

/** How far a build from source is. */
export const buildingProgress = z.object({
  /** Of make.bash's steps, the first is 1; some take much longer than others. */
  step: z.number().int(),
  steps: z.number().int(),
  /** The package that was begun last; null before the first of a step. */
  package: z.string().nullable(),
  /** Begun in all steps so far; many a package is built more than once, and nobody knows the sum beforehand. */
  packages: z.number().int(),
});
export type BuildingProgress = z.infer<typeof buildingProgress>;

/** How far something has come that installs a toolchain. */
export const installProgress = z.object({
  /** The version being installed, once it is known. */
  version: z.string().nullable(),
  /**
   * `waiting`: another Burrow installs the same one; its result is shared. `checking`: files that are installed are
   * compared with what was installed (upkeep.verify). `building`: make.bash is at work.
   */
  phase: z.enum([
    'resolving',
    'waiting',
    'downloading',
    'verifying',
    'unpacking',
    'building',
    'finishing',
    'checking',
  ]),
  /** Bytes done in this phase. */
  bytes: z.number().int(),
  /** null: the server did not say. */
  totalBytes: z.number().int().nullable(),
  /** Over the last second or so; null while too young to tell. */
  bytesPerSecond: z.number().nullable(),
  /** Where it comes from, secrets masked. */
  source: z.string().nullable(),
  /** null in all phases but `building`. */
  building: buildingProgress.nullable(),
  /** What must be known of a toolchain that was installed on the way to something else; once, when it is there. */
  warnings: z.array(failureData).optional(),
});
export type InstallProgress = z.infer<typeof installProgress>;
