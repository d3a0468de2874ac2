import { z } from 'zod';
import { base } from './base.ts';

/** Where Burrow sets a variable. `go`: the file of `go env -w`. `shell`: every shell with Burrow's block. */
export const variablePlace = z.enum(['go', 'shell']);
export type VariablePlace = z.infer<typeof variablePlace>;

/** Variables by name; null takes one out. */
const changes = z.record(z.string(), z.string().nullable());

/** A variable in one of the two places. */
export const setVariable = z.object({
  name: z.string(),
  /** Secrets masked. */
  value: z.string(),
  place: variablePlace,
  /** For `shell`, the `env.sh` that sets it. */
  file: z.string(),
  /** Counted from 1. */
  line: z.number().int(),
});
export type SetVariable = z.infer<typeof setVariable>;

/** What someone should know about a change before it is made. */
export const variableNote = z.discriminatedUnion('kind', [
  /** The process environment, or Burrow's `env.sh`, has another value, which wins over Go's file. */
  z.object({ kind: z.literal('environment-wins'), name: z.string() }),
  /** Go's file has it too; in shells, this value wins. */
  z.object({ kind: z.literal('wins-over-file'), name: z.string(), file: z.string(), line: z.number().int() }),
  /** An empty variable in the environment is none for Go, which uses its file or the default. */
  z.object({ kind: z.literal('empty-is-unset'), name: z.string() }),
  /** Something else sets it in this environment; what a shell reads last wins. */
  z.object({ kind: z.literal('set-elsewhere'), name: z.string() }),
  /** No profile reads `env.sh` yet. */
  z.object({ kind: z.literal('not-read') }),
  /** Shells that run keep what they have. */
  z.object({ kind: z.literal('new-shells') }),
]);
export type VariableNote = z.infer<typeof variableNote>;

export const variablesPreview = z.object({
  /** Names exactly this change of exactly these bytes. */
  id: z.string(),
  /** Each with its change as a unified diff, secrets masked; empty when nothing changes. */
  files: z.array(z.object({ path: z.string(), diff: z.string() })),
  notes: z.array(variableNote),
});
export type VariablesPreview = z.infer<typeof variablesPreview>;

export const variablesChange = z.object({
  place: variablePlace,
  /** The entry in the journal of edits; null: nothing changed. */
  entry: z.string().nullable(),
  files: z.array(z.string()),
  notes: z.array(variableNote),
});
export type VariablesChange = z.infer<typeof variablesChange>;

export const variablesContract = {
  /** What both places set, by name. */
  list: base.output(z.object({ variables: z.array(setVariable) })),
  /** What `write` would change. Changes nothing. */
  preview: base.input(z.object({ place: variablePlace, changes })).output(variablesPreview),
  /** Makes a change, unless a byte of its files has changed since the preview. */
  write: base.input(z.object({ place: variablePlace, id: z.string(), changes })).output(variablesChange),
};
