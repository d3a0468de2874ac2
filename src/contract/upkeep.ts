import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { installProgress } from './install-progress.ts';

/** All builds of a version, or of all patches of a minor version; without one: everything that Burrow installed. */
const which = z.object({
  version: z.string().optional(),
  os: z.string().optional(),
  arch: z.string().optional(),
});
/** One build of one Go version, and where it lies. */
const place = z.object({ version: z.string(), os: z.string(), arch: z.string(), path: z.string() });

/** A file of a toolchain that is not as it was when it was installed. */
export const fileFinding = z.object({
  /** Below the GOROOT, with slashes; a folder ends with one. */
  path: z.string(),
  /**
   * `modified`: other bytes, or no file any more. `extra`: nothing of that name was installed. `mode`: other
   * permissions. `unreadable`: nobody knows.
   */
  problem: z.enum(['modified', 'missing', 'extra', 'mode', 'unreadable']),
  /** What was expected and what is there: `0755 → 0644`; a system's error code. null: the problem says it all. */
  detail: z.string().nullable(),
});
export type FileFinding = z.infer<typeof fileFinding>;

export const verification = place.extend({
  /** Files that were installed, and their bytes. */
  files: z.number().int(),
  bytes: z.number().int(),
  /** By path; empty: every file is as it was when it was installed. */
  findings: z.array(fileFinding),
  /** It was installed again from where it came from, and every file is right now. */
  repaired: z.boolean(),
  /** ms of comparing; without the repair. */
  durationMs: z.number(),
});
export type Verification = z.infer<typeof verification>;

/** Something that could be deleted. */
export const pruneItem = z.object({
  /**
   * `leftover`: of an install or removal that was killed. `download`: the beginning of one, with which the next install
   * of that toolchain goes on. `superseded`: a newer patch of the same minor version is installed, and no known project
   * nor the default uses this one. `unused`: no known project nor the default uses it, and both its install and its
   * last sign of use are long ago. `module-cache`: a toolchain that Go itself downloaded; Go downloads it again when it
   * wants it. `compile-cache`: what Go keeps of earlier builds; the next builds are slower without it.
   */
  kind: z.enum(['leftover', 'download', 'superseded', 'unused', 'module-cache', 'compile-cache']),
  path: z.string(),
  /** Go's word for the toolchain; null for what is none. */
  version: z.string().nullable(),
  /** Bytes of the files in it. */
  bytes: z.number().int(),
  /** The installed patch that supersedes it. */
  newer: z.string().nullable(),
  installedAt: z.iso.datetime().nullable(),
  /**
   * The last sign that it was used: a build in the history, or that its `bin/go` was read, where the file system keeps
   * that. null: none was seen.
   */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type PruneItem = z.infer<typeof pruneItem>;

export const prunePlan = z.object({
  /** Largest first within a kind. */
  items: z.array(pruneItem),
  /** A toolchain that was installed, or seen in use, less than so many days ago never counts as `unused`. */
  days: z.number().int(),
});
export type PrunePlan = z.infer<typeof prunePlan>;

export const pruneProgress = z.object({ path: z.string(), done: z.number().int(), total: z.number().int() });
export type PruneProgress = z.infer<typeof pruneProgress>;

export const pruneResult = z.object({
  pruned: z.array(pruneItem),
  /** Bytes of what was deleted. */
  bytes: z.number().int(),
  /** Paths that were asked for and stayed, because they are in use now, or gone. */
  kept: z.array(z.string()),
});
export type PruneResult = z.infer<typeof pruneResult>;

export const smokeStep = z.object({
  name: z.enum(['version', 'build', 'run', 'vet', 'test', 'race']),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  durationMs: z.number(),
  /** The end of what it wrote, when it failed. */
  output: z.string(),
  /** Why it was skipped. */
  because: z.enum(['no-c-compiler', 'no-race-detector', 'earlier-failure']).nullable(),
});
export type SmokeStep = z.infer<typeof smokeStep>;

/** Whether a toolchain does its work: a tiny module is built, run, vetted and tested with it. */
export const smokeResult = place.extend({ passed: z.boolean(), steps: z.array(smokeStep) });
export type SmokeResult = z.infer<typeof smokeResult>;

const days = z.number().int().min(0).max(3650).optional();

export const upkeepContract = {
  /** Compares every file with the hashes kept at the install; all phases but `checking` are those of a repair. */
  verify: base
    .input(which.extend({ repair: z.boolean().optional() }))
    .output(eventIterator(installProgress, z.object({ verifications: z.array(verification) }))),
  /** Yields each step as it ends. */
  smoke: base
    .input(which.extend({ version: z.string() }))
    .output(eventIterator(smokeStep, z.object({ results: z.array(smokeResult) }))),
  /** What could be deleted; deletes nothing. */
  planPrune: base.input(z.object({ days })).output(prunePlan),
  /** Deletes those of `paths` that a plan made now still names. */
  prune: base
    .input(z.object({ paths: z.array(z.string()), days }))
    .output(eventIterator(pruneProgress, pruneResult)),
};
