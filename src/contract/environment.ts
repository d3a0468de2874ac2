import { z } from 'zod';
import { base } from './base.ts';
import { surprise } from './surprises.ts';

/** A place in a startup file that was executed on the way to another. */
export const calledFrom = z.object({
  file: z.string(),
  /** Counted from 1. */
  line: z.number().int(),
  /** The function that was called there; null: a file was read, or text evaluated. */
  function: z.string().nullable(),
});

/** The line of a startup file that gave a variable of the environment its value. */
export const setBy = z.object({
  file: z.string(),
  /** Counted from 1. */
  line: z.number().int(),
  /** The shell that reads the file: `zsh`. */
  shell: z.string(),
  /** How the start of the shell came there, the nearest call first; empty: the shell reads the file itself. */
  through: z.array(calledFrom),
});
export type SetBy = z.infer<typeof setBy>;

/**
 * Where a value comes from. `environment`: the process's. `file`: the one that `go env -w` writes. `goroot`: the
 * `go.env` of the toolchain. `default`: Go's own. `derived`: from other variables.
 */
export const variableOrigin = z.object({
  kind: z.enum(['environment', 'file', 'goroot', 'default', 'derived']),
  /** The file that has it; null where there is none. Of the environment: the startup file, once `setBy` is known. */
  file: z.string().nullable(),
  /** Counted from 1. */
  line: z.number().int().nullable(),
  /** What it is derived from; null: it is not derived. */
  from: z.string().nullable(),
  /** Of the environment, where it was asked; null: unknown. */
  setBy: setBy.nullable().optional(),
});
export type VariableOrigin = z.infer<typeof variableOrigin>;

/** Which lines of startup files set the variables of the process environment. */
export const whoSet = z.object({
  /** null: unknown; the start of the shell does not end with the value that the environment has. */
  variables: z.array(z.object({ name: z.string(), setBy: setBy.nullable() })),
  /** Each folder of PATH, in order, with the line that put it there. */
  path: z.array(z.object({ folder: z.string(), setBy: setBy.nullable() })),
  /** The shell whose start was traced; null: there is none that can be. */
  shell: z.string().nullable(),
  /** Why the start could not be traced to its end; null: it was. */
  unknown: z.enum(['no-shell', 'not-traceable', 'timed-out', 'too-much-output', 'failed']).nullable(),
});
export type WhoSet = z.infer<typeof whoSet>;

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
  /**
   * Which lines of startup files set the variables of the process environment: those named, or all that Go reads.
   * Starts the login shell up to three times, each as long as a new terminal takes, and at most 10 s. The folders of PATH
   * are searched for in all of these starts only if it is named.
   */
  whoSet: base.input(z.object({ names: z.array(z.string()).optional() })).output(whoSet),
};
