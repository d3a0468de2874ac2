import { z } from 'zod';
import { failureData } from './base.ts';

/** Progress of a build from source. */
export const buildingProgress = z.object({
  /** The current step of make.bash, from 1; some take much longer than others. */
  step: z.number().int(),
  steps: z.number().int(),
  /** The package that was started last; null before the first one of a step. */
  package: z.string().nullable(),
  /** Packages started in all steps so far. Some are built more than once, so the total is not known in advance. */
  packages: z.number().int(),
});
export type BuildingProgress = z.infer<typeof buildingProgress>;

/** Progress of an install, or of another operation on the files of toolchains. */
export const installProgress = z.object({
  /** The version being installed; null until it is known. */
  version: z.string().nullable(),
  /**
   * `waiting`: another process is installing the same toolchain, and its result is shared. `building`: make.bash is
   * running. `checking`: installed files are compared with what was installed (upkeep.verify).
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
  /** null: not known. */
  totalBytes: z.number().int().nullable(),
  /** Over about the last second; null at the start. */
  bytesPerSecond: z.number().nullable(),
  /** The source, secrets masked. */
  source: z.string().nullable(),
  /** null in all phases but `building`. */
  building: buildingProgress.nullable(),
  /**
   * Warnings about a toolchain that another operation installed because it was missing; sent once, after the install.
   */
  warnings: z.array(failureData).optional(),
});
export type InstallProgress = z.infer<typeof installProgress>;
