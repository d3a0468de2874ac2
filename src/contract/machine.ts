import { z } from 'zod';
import { base } from './base.ts';

/** Go's own names for systems and processors: `darwin`, `linux`, `windows`; `amd64`, `arm64`, … */
export const goTarget = z.object({ os: z.string(), arch: z.string() });
export type GoTarget = z.infer<typeof goTarget>;

export const shell = z.object({
  name: z.enum(['zsh', 'bash', 'fish', 'sh']),
  path: z.string(),
  /** null: not known. */
  version: z.string().nullable(),
  /** It is the user's login shell. */
  login: z.boolean(),
});
export type Shell = z.infer<typeof shell>;

export const machine = z.object({
  os: z.string(),
  /** The processor of the hardware, also if this process runs under Rosetta. */
  arch: z.string(),
  /** This process runs under Rosetta on an arm64 Mac. */
  translated: z.boolean(),
  osVersion: z.string(),
  processor: z.string(),
  libc: z.object({ name: z.enum(['glibc', 'musl']), version: z.string().nullable() }).nullable(),
  shells: z.array(shell),
  home: z.string(),
  burrowHome: z.string(),
  burrowVersion: z.string(),
});
export type Machine = z.infer<typeof machine>;

export const machineContract = {
  show: base.output(machine),
};
