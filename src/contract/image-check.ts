import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { doctorFinding } from './doctor.ts';
import { imageReadProgress, imageSource } from './image-calls.ts';

/** Limits of one check, in the form of the keys of `[[image]]` in burrow.toml. */
const imageLimits = z.object({
  /** `60 MB` */
  maxSize: z.string().optional(),
  /** What it counts: `files` (the default), `compressed`, `tar`. */
  measure: z.string().optional(),
  maxWaste: z.string().optional(),
  /** false: no secrets may be found. */
  secrets: z.literal(false).optional(),
  /** false: it must not run as root. */
  root: z.literal(false).optional(),
  /** The allowed bases. */
  base: z.array(z.string()).optional(),
});
export type ImageLimits = z.infer<typeof imageLimits>;

const imageCheckReport = z.object({
  /** `id`: of the recorded image that was checked; null: it was read. */
  image: z.object({ id: z.string().nullable(), ref: z.string(), platform: z.string() }),
  /** The burrow.toml; null: only the given limits were checked. */
  file: z.string().nullable(),
  /** How many limits were compared. */
  limits: z.number().int(),
  /** `error`: a limit is exceeded; `warning`: whether it is, cannot be known. Errors first. */
  findings: z.array(doctorFinding),
});
export type ImageCheckReport = z.infer<typeof imageCheckReport>;

export const imageCheckContract = {
  /**
   * Compares an image with the budgets for it in the nearest burrow.toml from `dir` upwards, and with `limits`. Failures:
   * budget.file-invalid, image-budget.nothing, image-budget.option-invalid, those of `images.read`.
   */
  check: base
    .input(imageSource.extend({ dir: z.string(), limits: imageLimits.optional() }))
    .output(eventIterator(imageReadProgress, imageCheckReport)),
};
