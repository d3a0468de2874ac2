import { z } from 'zod';
import { goManager } from './toolchains.ts';

/** An adopted toolchain that would run if its owner had not removed it or replaced it with another version. */
export const goneToolchain = z.object({
  version: z.string(),
  /** The GOROOT it was adopted from. */
  from: z.string(),
  manager: goManager,
  /** What its owner has there now; null: nothing that runs on this machine. */
  now: z
    .object({
      version: z.string(),
      /** Its GOROOT; equal to `from` if the version there was replaced. */
      path: z.string(),
      /** It is not one of Burrow's toolchains yet. */
      adopt: z.boolean(),
      /** It satisfies what is wanted, so that adopting it is enough. */
      satisfies: z.boolean(),
    })
    .nullable(),
  /** The shell commands that make `now` run, in order; empty if there is none, or if Burrow does not write the pin. */
  commands: z.array(z.string()),
});
export type GoneToolchain = z.infer<typeof goneToolchain>;
