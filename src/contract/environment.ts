import { z } from 'zod';
import { base } from './base.ts';
import { surprise } from './surprises.ts';

/**
 * Where a value comes from. `environment`: the process's. `file`: the one that `go env -w` writes. `goroot`: the
 * `go.env` of the toolchain. `default`: Go's own. `derived`: from other variables.
 */
export const variableOrigin = z.object({
  kind: z.enum(['environment', 'file', 'goroot', 'default', 'derived']),
  /** The file that has it; null where there is none. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.number().int().nullable(),
  /** What it is derived from; null: it is not derived. */
  from: z.string().nullable(),
});
export type VariableOrigin = z.infer<typeof variableOrigin>;

export const goVariable = z.object({
  name: z.string(),
  /** Secrets masked. */
  value: z.string(),
  origin: variableOrigin,
  /** Weaker places that also set it, strongest first; secrets masked. */
  hidden: z.array(z.object({ origin: variableOrigin, value: z.string() })),
});
export type GoVariable = z.infer<typeof goVariable>;

export const goEnvironment = z.object({
  /** The folder in which Go was asked. */
  dir: z.string(),
  /** The Go that was asked: `go1.26.1`. */
  version: z.string(),
  goroot: z.string(),
  /** The file that `go env -w` writes; null: GOENV=off. */
  file: z.string().nullable(),
  /** By name. */
  variables: z.array(goVariable),
  /** What about them is not as people expect, the worst first. */
  surprises: z.array(surprise),
});
export type GoEnvironment = z.infer<typeof goEnvironment>;

export const environmentContract = {
  /** Every variable of the Go that runs in `dir`. `all`: also those of cgo, which start a C compiler. */
  list: base.input(z.object({ dir: z.string(), all: z.boolean().optional() })).output(goEnvironment),
};
