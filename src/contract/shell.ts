import { z } from 'zod';
import { base, failureData } from './base.ts';

/** The shells whose profiles Burrow edits. `sh` is any other POSIX shell. */
export const shellName = z.enum(['zsh', 'bash', 'fish', 'sh']);
export type ShellName = z.infer<typeof shellName>;

/** When a shell reads a profile. */
export const profileWhen = z.enum(['login', 'interactive', 'always']);
export type ProfileWhen = z.infer<typeof profileWhen>;

/**
 * How a profile is. `absent`: Burrow has no block in it. `ours`: as Burrow wrote it. `outdated`: as an older Burrow
 * wrote it, or one with another home. `edited`: someone has changed the block since. `removed`: someone has deleted
 * the block. `broken`: the markers are unpaired or repeated. `unreadable`: it cannot be read; the plan says why.
 */
export const profileState = z.enum([
  'absent',
  'ours',
  'outdated',
  'edited',
  'removed',
  'broken',
  'unreadable',
]);
export type ProfileState = z.infer<typeof profileState>;

/** A profile that Burrow's block belongs in. */
const profile = z.object({
  /** As the shell opens it. */
  path: z.string(),
  /** The file itself, if the path leads there through links; otherwise null. */
  target: z.string().nullable(),
  shells: z.array(shellName),
  when: z.array(profileWhen),
});

export const profileStatus = profile.extend({
  exists: z.boolean(),
  state: profileState,
  /** Where the block begins, or else where the markers are; counted from 1. */
  lines: z.array(z.number().int()),
});
export type ProfileStatus = z.infer<typeof profileStatus>;

/** A shell whose profile Burrow does not edit. */
export const otherShell = z.object({
  name: z.enum(['ksh', 'mksh', 'tcsh', 'elvish', 'nushell']),
  /** null: it is not installed. */
  path: z.string().nullable(),
  /** The file to add the lines to. */
  profile: z.string(),
  exists: z.boolean(),
  /** The file names Burrow's folder already. */
  ready: z.boolean(),
  /** What to add by hand, at the end. */
  lines: z.string(),
});
export type OtherShell = z.infer<typeof otherShell>;

export const shellStatus = z.object({
  shells: z.array(
    z.object({
      name: shellName,
      /** null: it is not installed. */
      path: z.string().nullable(),
      login: z.boolean(),
      /** A plan that names no shell is for this one: it is the login shell, or has a profile already. */
      used: z.boolean(),
    }),
  ),
  profiles: z.array(profileStatus),
  /** Installed, or with a profile. */
  others: z.array(otherShell),
});
export type ShellStatus = z.infer<typeof shellStatus>;

/** What the user should know about an edit. */
export const profileNote = z.discriminatedUnion('kind', [
  /** The file belongs to a Git repository, where the edit shows as a change. */
  z.object({ kind: z.literal('in-repository'), repository: z.string() }),
  /** The block goes before a command that ends the file, and not to the end. */
  z.object({ kind: z.literal('before-command'), line: z.number().int(), command: z.string() }),
]);
export type ProfileNote = z.infer<typeof profileNote>;

export const profileEdit = profile.extend({
  /** `none`: there is nothing to do. `refused`: because of `reason`. */
  action: z.enum(['create', 'insert', 'update', 'none', 'refused']),
  /** Why it is refused, in the form of a failure. */
  reason: failureData.nullable(),
  notes: z.array(profileNote),
  /** The change as a unified diff; empty when there is none. */
  diff: z.string(),
  /** Burrow's lines for this file, to be added by hand where it is not edited. */
  block: z.string(),
});
export type ProfileEdit = z.infer<typeof profileEdit>;

export const shellPlan = z.object({
  /** Names exactly these edits of exactly these files. */
  id: z.string(),
  shells: z.array(shellName),
  files: z.array(profileEdit),
});
export type ShellPlan = z.infer<typeof shellPlan>;

/** What was done to one profile. */
const profileChange = z.object({
  path: z.string(),
  change: z.enum(['created', 'changed', 'deleted', 'restored', 'unchanged']),
});

/**
 * Why a file was changed. `block`: for the lines that put the Go that Burrow selects first in PATH. `lines`: to comment
 * out lines that fight with them. `variables`: a file of variables.
 */
export const changeReason = z.enum(['block', 'lines', 'variables']);

/** An entry of the journal. */
export const profileEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['apply', 'undo']),
  /** Each with its change as a unified diff. */
  files: z.array(profileChange.extend({ why: changeReason, diff: z.string() })),
  /** The entry that undid this one; null: it is in effect. */
  undoneBy: z.string().nullable(),
});
export type ProfileEntry = z.infer<typeof profileEntry>;

export const shellChange = z.object({
  /** The entry in the journal; null: nothing was changed. */
  entry: z.string().nullable(),
  files: z.array(profileChange),
});
export type ShellChange = z.infer<typeof shellChange>;

export const shellContract = {
  /** Which shells are here, and how the profiles of those in use are. Changes nothing. */
  status: base.output(shellStatus),
  /** What `apply` would change, for these shells, or for those in use. Changes nothing. */
  plan: base.input(z.object({ shells: z.array(shellName).optional() })).output(shellPlan),
  /** Makes the edits of a plan, unless a byte of its files has changed since. */
  apply: base.input(z.object({ plan: z.string() })).output(shellChange),
  /** The edits so far, newest first. */
  journal: base.output(z.object({ entries: z.array(profileEntry) })),
  /** Undoes one entry, or all that are in effect: the files are what they were, byte for byte. */
  undo: base
    .input(z.object({ entry: z.string().optional(), shells: z.array(shellName).optional() }))
    .output(shellChange),
};
