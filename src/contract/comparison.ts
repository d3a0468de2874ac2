import { z } from 'zod';
import { ownedBytes } from './binaries.ts';
import { build } from './build.ts';
import { delta, namedDelta } from './delta.ts';
import { imageComparison, imageMeasure } from './image-comparison.ts';
import { verdict } from './verdict.ts';

export type { Delta, NamedDelta } from './delta.ts';

/** A module of a comparison, or what takes the place of one. */
export const moduleDelta = delta.extend({
  /** The module's path; for other kinds the empty text. */
  path: z.string(),
  /** `generated`: also what the linker adds. The last three belong to no module: the list adds up to the file. */
  kind: z.enum([
    'main',
    'dependency',
    'standard-library',
    'generated',
    'c',
    'debug-info',
    'symbols',
    'unowned',
  ]),
  /** `v1.2.3`, a replaced one `v1.2.3 => example.com/fork v1.3.0`, of the standard library Go's version; null: not there. */
  versionA: z.string().nullable(),
  versionB: z.string().nullable(),
});
export type ModuleDelta = z.infer<typeof moduleDelta>;

/**
 * A module or package that was renamed, forked, divided or joined; of buckets, bytes that a new Go stores elsewhere. The
 * sizes are those of all parts of `from` in A and of all parts of `to` in B.
 */
export const move = delta.extend({
  kind: z.enum(['module', 'package', 'bucket']),
  from: z.array(z.string()),
  to: z.array(z.string()),
  /** The bytes that moved, as far as that can be told. */
  moved: z.number().int(),
  /** A package that moved with its module, which is a move of its own. */
  withModule: z.boolean(),
});
export type Move = z.infer<typeof move>;

const settingName = z.enum(['goVersion', 'target', 'cgo', 'flags', 'commit', 'platform', 'store']);

export const comparison = z.object({
  a: build,
  b: build,
  /** The size that `change` compares: of a program's file, or one of an image's sizes that both sides have. */
  measure: z.enum(['artifactBytes', ...imageMeasure.options]).nullable(),
  /** Total bytes. */
  change: delta,
  durationMs: delta,
  /** The settings that differ. */
  settings: z.array(z.object({ name: settingName, a: z.string().nullable(), b: z.string().nullable() })),
  /** Why it changed, the answer before its evidence. null: sizes of one side are not known. */
  verdict: verdict.nullable(),
  /** The modules of either side whose version or size differs, and the number of others; largest change first. */
  modules: z.array(moduleDelta),
  unchangedModules: z.number().int(),
  /**
   * Parts of A that are parts of B under another name, largest first. The lists of modules, packages and buckets are
   * without them.
   */
  moves: z.array(move),
  /** Parts that changed, largest change first. Empty if those of one side could not be read. */
  buckets: z.array(namedDelta),
  sections: z.array(namedDelta),
  packages: z.array(namedDelta.extend({ module: z.string().nullable() })),
  /** How much of B its packages own; null: not known. */
  owned: ownedBytes.nullable(),
  /** What differs between two images; null: these are programs. */
  images: imageComparison.nullable(),
});
export type Comparison = z.infer<typeof comparison>;

/** A commit as a log shows it. */
export const commit = z.object({
  /** Shortened by Git. */
  hash: z.string(),
  /** The first line of its message; cut where it is long. */
  subject: z.string(),
  author: z.string(),
  /** When it was written; null: it says nothing that is a moment. */
  at: z.iso.datetime().nullable(),
});
export type Commit = z.infer<typeof commit>;

/** The commits between two builds. */
export const buildsLog = z.object({
  /** Those of B that are not in A, newest first; the first 100. */
  commits: z.array(commit),
  /** How many these are in all. */
  total: z.number().int(),
  /** The oldest of all; null: there are none. */
  oldest: commit.nullable(),
  /** How many commits of A are not in B: it is older, or on another branch. */
  left: z.number().int(),
  /** The repository is a shallow clone, so that older commits may be missing. */
  shallow: z.boolean(),
  /**
   * Why it cannot be told; null: it can. `no-commit`: of one build none is recorded. `no-project`: it is not known where
   * they were built. `a`, `b`, `both`: the repository does not have the commit of this build.
   */
  unknown: z.enum(['no-commit', 'no-project', 'no-repository', 'a', 'b', 'both', 'git-failed']).nullable(),
});
export type BuildsLog = z.infer<typeof buildsLog>;
