import { z } from 'zod';

/**
 * A number on both sides; `change` = b − a. A side is null if its value is not known, and then `change` is null too.
 * Exception: a named part (a package, a section, a layer) that only one side has is null on the other side and counts
 * as 0 there, so that an added or removed part changes by its full size.
 */
export const delta = z.object({
  a: z.number().nullable(),
  b: z.number().nullable(),
  change: z.number().nullable(),
  /** change ÷ a × 100; null when a is 0 or null. */
  percent: z.number().nullable(),
});
export type Delta = z.infer<typeof delta>;

export const namedDelta = delta.extend({ name: z.string() });
export type NamedDelta = z.infer<typeof namedDelta>;
