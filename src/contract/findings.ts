import { z } from 'zod';
import { base } from './base.ts';
import { shellChange } from './shell.ts';
import { goManager } from './toolchains.ts';

/** What a line of a profile does that another Go may come of. */
export const findingKind = z.enum([
  'goroot',
  'go-in-path',
  'manager',
  'quoted-tilde',
  'missing-folder',
  'path-set',
  'go-alias',
  'go-function',
  'modules-off',
  'hides-profile',
  'path-helper',
  'fish-universal',
  'block-unreached',
]);
export type FindingKind = z.infer<typeof findingKind>;

/**
 * Why Burrow offers no edit. `does-more`: the line does more than this. `empty`: a block would hold nothing.
 * `shared`: the line has other commands. `unclear`: the file is not understood up to there. `owned`: another program
 * makes the file. `by-hand`: there is nothing to comment out.
 */
export const noFixReason = z.enum(['does-more', 'empty', 'shared', 'unclear', 'owned', 'by-hand']);
export type NoFixReason = z.infer<typeof noFixReason>;

/**
 * `after`: a shell runs the line behind Burrow's, and so it wins. `before`: Burrow's win. `alone`: the shells that read
 * the file read no lines of Burrow.
 */
export const findingPlace = z.enum(['before', 'after', 'alone']);
export type FindingPlace = z.infer<typeof findingPlace>;

export const finding = z.object({
  /** The same as long as the line is. */
  id: z.string(),
  kind: findingKind,
  /** `warning`: it changes which Go runs, or how it builds. `note`: Burrow's lines make up for it. */
  severity: z.enum(['warning', 'note']),
  file: z.string(),
  /** From 1. */
  line: z.number().int(),
  /** The line; secrets masked, control characters replaced, shortened. */
  text: z.string(),
  /** What it is about: an entry of PATH, a folder, a variable or a command; empty: the line says it all. */
  subject: z.string(),
  /** The version manager that the line belongs to; null: none. */
  manager: goManager.nullable(),
  place: findingPlace,
  /** The lines that are commented out; null: Burrow offers no edit. */
  fix: z.object({ lines: z.array(z.number().int()) }).nullable(),
  noFix: noFixReason.nullable(),
});
export type Finding = z.infer<typeof finding>;

/** What `turnOff` would change. */
export const turnOffPreview = z.object({
  /** Names exactly these changes of exactly these bytes. */
  id: z.string(),
  /** Each with its change as a unified diff. */
  files: z.array(z.object({ path: z.string(), lines: z.array(z.number().int()), diff: z.string() })),
});
export type TurnOffPreview = z.infer<typeof turnOffPreview>;

const ids = z.array(z.string()).min(1);

export const findingsContract = {
  /** Lines of profiles that conflict with Burrow, by file and line. Changes nothing. */
  list: base.output(z.object({ findings: z.array(finding) })),
  /** What commenting the lines of these findings out would change. Changes nothing. */
  preview: base.input(z.object({ ids })).output(turnOffPreview),
  /** Comments them out, unless a byte of their files has changed since the preview. `shell.undo` brings them back. */
  turnOff: base.input(z.object({ id: z.string(), ids })).output(shellChange),
};
