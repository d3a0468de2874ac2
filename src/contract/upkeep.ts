import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { installProgress } from './install-progress.ts';

/**
 * All builds of a version, or of all patches of a minor version; without a version, everything that Burrow installed.
 */
const which = z.object({
  version: z.string().optional(),
  os: z.string().optional(),
  arch: z.string().optional(),
});
/** One build of one Go version, and its path. */
const place = z.object({ version: z.string(), os: z.string(), arch: z.string(), path: z.string() });

/** A file of a toolchain that has changed since the install. */
export const fileFinding = z.object({
  /** Relative to the GOROOT, with slashes; a folder ends with one. */
  path: z.string(),
  /**
   * `modified`: other content, or no longer a file. `extra`: nothing with that name was installed. `mode`: other
   * permissions. `unreadable`: it could not be compared.
   */
  problem: z.enum(['modified', 'missing', 'extra', 'mode', 'unreadable']),
  /** What was expected and what was found (`0755 → 0644`), or the error code of the system; null: nothing to add. */
  detail: z.string().nullable(),
});
export type FileFinding = z.infer<typeof fileFinding>;

export const verification = place.extend({
  /** The number of installed files, and their bytes. */
  files: z.number().int(),
  bytes: z.number().int(),
  /** Sorted by path; empty: no file has changed. */
  findings: z.array(fileFinding),
  /** It was reinstalled from its source, and no file differs any more. */
  repaired: z.boolean(),
  /** ms of the comparison, without the repair. */
  durationMs: z.number(),
});
export type Verification = z.infer<typeof verification>;

/** Something that could be deleted. */
export const pruneItem = z.object({
  /**
   * `leftover`: from an install or removal that was interrupted. `download`: an unfinished download, which the next
   * install of that toolchain would continue. `superseded`: a newer patch of the same minor version is installed, and
   * this one is neither the default nor used by a known project. `unused`: neither the default nor used by a known
   * project, and both its install and its last use are long ago. `module-cache`: a toolchain that Go itself
   * downloaded, and downloads again when needed. `compile-cache`: Go's build cache; the next builds are slower without
   * it.
   */
  kind: z.enum(['leftover', 'download', 'superseded', 'unused', 'module-cache', 'compile-cache']),
  path: z.string(),
  /** `go1.26.1`; null if it is not a toolchain. */
  version: z.string().nullable(),
  /** Bytes of the files in it. */
  bytes: z.number().int(),
  /** The installed patch that supersedes it. */
  newer: z.string().nullable(),
  installedAt: z.iso.datetime().nullable(),
  /**
   * The last known use: a build in the history, or the access time of its `bin/go` if the file system records it.
   * null: no use is known.
   */
  lastUsedAt: z.iso.datetime().nullable(),
  /** Whether it is deleted by default. false: Go's own caches, which are deleted only on request. */
  byDefault: z.boolean(),
});
export type PruneItem = z.infer<typeof pruneItem>;

export const prunePlan = z.object({
  /** Largest first within a kind. */
  items: z.array(pruneItem),
  /** A toolchain counts as `unused` only this many days after its install and its last known use. */
  days: z.number().int(),
});
export type PrunePlan = z.infer<typeof prunePlan>;

export const pruneProgress = z.object({ path: z.string(), done: z.number().int(), total: z.number().int() });
export type PruneProgress = z.infer<typeof pruneProgress>;

export const pruneResult = z.object({
  pruned: z.array(pruneItem),
  /** Bytes freed. */
  bytes: z.number().int(),
  /** Requested paths that were kept, because they are in use by now, or no longer exist. */
  kept: z.array(z.string()),
});
export type PruneResult = z.infer<typeof pruneResult>;

export const smokeStep = z.object({
  name: z.enum(['version', 'build', 'run', 'vet', 'test', 'race']),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  durationMs: z.number(),
  /** The end of its output, if it failed. */
  output: z.string(),
  /** Why it was skipped. */
  because: z.enum(['no-c-compiler', 'no-race-detector', 'earlier-failure']).nullable(),
});
export type SmokeStep = z.infer<typeof smokeStep>;

/** Whether a toolchain works: a small module is built, run, vetted and tested with it. */
export const smokeResult = place.extend({ passed: z.boolean(), steps: z.array(smokeStep) });
export type SmokeResult = z.infer<typeof smokeResult>;

const days = z.number().int().min(0).max(3650).optional();

export const upkeepContract = {
  /** Compares every file with the hashes recorded at the install. Phases other than `checking` belong to a repair. */
  verify: base
    .input(which.extend({ repair: z.boolean().optional() }))
    .output(eventIterator(installProgress, z.object({ verifications: z.array(verification) }))),
  /** Yields each step when it has finished. */
  smoke: base
    .input(which.extend({ version: z.string() }))
    .output(eventIterator(smokeStep, z.object({ results: z.array(smokeResult) }))),
  /** Lists what could be deleted, and deletes nothing. */
  planPrune: base.input(z.object({ days })).output(prunePlan),
  /** Deletes those of `paths` that a new plan still contains. */
  prune: base
    .input(z.object({ paths: z.array(z.string()), days }))
    .output(eventIterator(pruneProgress, pruneResult)),
};
