import { z } from 'zod';
import { failureData } from './base.ts';
import { variablePlace } from './managed-variables.ts';

/** Something about a variable that is not as people expect. */
export const surprise = z.object({
  /** The variable; null: it is about all of them. */
  name: z.string().nullable(),
  /** `stops`: every go command fails. `wrong`: the value does not do what it says. `notice`: all else. */
  severity: z.enum(['stops', 'wrong', 'notice']),
  /** What it is and what to do, in the form of a failure; secrets masked. */
  reason: failureData,
  /** Where it stands; null: in the process environment, or in no file. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.number().int().nullable(),
  /** The change of variables that mends it; null: Burrow cannot, or it would show a secret. */
  fix: z.object({ place: variablePlace, changes: z.record(z.string(), z.string().nullable()) }).nullable(),
});
export type Surprise = z.infer<typeof surprise>;
