import { z } from 'zod';

/**
 * Something that made a program larger or smaller. `own-code`: packages of the main module. `unowned`: bytes of which it
 * is not known whose they are.
 */
export const causeKind = z.enum([
  'own-code',
  'dependency-added',
  'dependency-removed',
  'dependency-changed',
  'dependency-same',
  'go',
  'flags',
  'embedded-files',
  'c-code',
  'unowned',
]);
export type CauseKind = z.infer<typeof causeKind>;

export const cause = z.object({
  kind: causeKind,
  /** The path of a module; null for other kinds. */
  name: z.string().nullable(),
  /** The versions on both sides: of a module, or of Go. */
  a: z.string().nullable(),
  b: z.string().nullable(),
  /** b − a. */
  bytes: z.number().int(),
  /** Of the gross change in the direction of the net change; null: it goes the other way. */
  percent: z.number().nullable(),
});
export type Cause = z.infer<typeof cause>;

export const verdict = z.object({
  /** Those that explain most first, in the direction of the net change; then the others. */
  causes: z.array(cause),
});
export type Verdict = z.infer<typeof verdict>;
