import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import {
  bucket,
  embeddedFile,
  goModule,
  ownedBytes,
  packageSize,
  packagesMissing,
  runFacts,
  section,
  setting,
} from './binaries.ts';
import { imageFacts } from './images.ts';
import { installProgress } from './install-progress.ts';
import { locales } from './locale.ts';
import { verdict } from './verdict.ts';

export const build = z.object({
  /** `b12`; shown to users and typed by them. */
  id: z.string(),
  kind: z.enum(['program', 'image']),
  /** `recorded`: built elsewhere and added with `record`. */
  status: z.enum(['succeeded', 'failed', 'cancelled', 'recorded']),
  /** Of a `recorded` program, when it was recorded. */
  startedAt: z.iso.datetime(),
  /**
   * Of a `recorded` program, what it says itself about when it was built: the time of its commit, else of the file. Many
   * packages set files to an invented time. null: not known, or not recorded.
   */
  builtAt: z.object({ at: z.iso.datetime(), from: z.enum(['vcs', 'file']) }).nullable(),
  durationMs: z.number().nullable(),
  exitCode: z.number().int().nullable(),
  /** The folder of its go.mod; without one, the folder it was built in. */
  project: z.string().nullable(),
  /**
   * What was built, the same across builds: `./cmd/server` relative to the module, the module's path for the program in
   * its root, or an image's name without its tag.
   */
  subject: z.string(),
  /** The path of the module that the program belongs to; null: not known. */
  mainModule: z.string().nullable(),
  /** The Go that built it, as recorded in the program; without a program, from `go env GOVERSION`. null: not known. */
  goVersion: z.string().nullable(),
  target: z.string().nullable(),
  cgo: z.boolean().nullable(),
  /**
   * The flags of `go build` from GOFLAGS and the arguments, normalized to `-name` or `-name=value`, without `-o`, `-C`
   * and the packages. Secrets are masked.
   */
  flags: z.array(z.string()),
  /** `dirty`: uncommitted changes; null: only a program that the repository names could tell. */
  vcs: z
    .object({ commit: z.string(), dirty: z.boolean().nullable(), branch: z.string().nullable() })
    .nullable(),
  /** The program has no symbol table and no debug information, whatever its flags were; null: not known. */
  stripped: z.boolean().nullable(),
  /** null: the build did not write exactly one program. */
  artifact: z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() }).nullable(),
  image: imageFacts.nullable(),
  /** For builds that failed, the end of the output; secrets masked. */
  logTail: z.string().nullable(),
});
export type Build = z.infer<typeof build>;

/** A build with its long parts, which `history` omits. */
export const buildDetail = build.extend({
  /** The import path of the program's package; null: not known. */
  mainPackage: z.string().nullable(),
  /** Build settings as recorded by Go in the program; secrets masked. */
  settings: z.array(setting),
  /** Without the main module. */
  modules: z.array(goModule),
  sections: z.array(section),
  buckets: z.array(bucket),
  packages: z.array(packageSize),
  /** Why there are none; null: there are some, or it is not known. */
  packagesMissing: packagesMissing.nullable(),
  owned: ownedBytes.nullable(),
  /** What belongs to no package, by bucket. */
  unowned: z.array(bucket),
  embedded: z.array(embeddedFile),
  /** null: read by an earlier Burrow that did not read them. */
  runs: runFacts.nullable(),
  /** Which reader analysed the program; 0: before readers had a number, with packages of code and tables only. */
  analysis: z.number().int(),
});
export type BuildDetail = z.infer<typeof buildDetail>;

/**
 * A number on both sides; `change` = b − a. A side is null if its value is not known, and then `change` is null too.
 * Exception: a named part (a package, a section, a layer) that only one side has is null on the other side and counts
 * as 0 there, so that an added or removed part changes by its full size.
 */
export const delta = z.object({
  a: z.number().nullable(),
  b: z.number().nullable(),
  change: z.number().nullable(),
  /** change ÷ a × 100; null when a is 0 or null. */
  percent: z.number().nullable(),
});
export type Delta = z.infer<typeof delta>;
const namedDelta = delta.extend({ name: z.string() });
export type NamedDelta = z.infer<typeof namedDelta>;

/** A module of a comparison, or what takes the place of one. */
export const moduleDelta = delta.extend({
  /** The module's path; for other kinds the empty text. */
  path: z.string(),
  kind: z.enum(['main', 'dependency', 'standard-library', 'generated', 'c']),
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
  measure: z.enum(['artifactBytes', 'fileBytes', 'tarBytes', 'compressedBytes', 'engineReported']).nullable(),
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
  /** By the step that created them. */
  layers: z.array(namedDelta),
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

export const buildEvent = z.discriminatedUnion('type', [
  /** A missing pinned Go is being installed (`installMissing`). */
  z.object({ type: z.literal('installing'), progress: installProgress }),
  /** The command, and the Go that runs it in the end, after Go's own switching; null: not known. */
  z.object({ type: z.literal('started'), goVersion: z.string().nullable(), command: z.array(z.string()) }),
  z.object({ type: z.literal('output'), stream: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({ type: z.literal('analysing') }),
]);
export type BuildEvent = z.infer<typeof buildEvent>;

/** A copy of the history. */
const historyBackup = z.object({
  /** Its file name in `backups/` of Burrow's home. */
  name: z.string(),
  madeAt: z.iso.datetime(),
  bytes: z.number().int(),
  /** false: the history was damaged when it was copied. */
  sound: z.boolean(),
  /** null: it cannot be read. */
  content: z
    .object({
      /** Without forgotten ones. */
      builds: z.number().int(),
      /** null: it has none. */
      lastBuildAt: z.string().nullable(),
    })
    .nullable(),
});
export type HistoryBackup = z.infer<typeof historyBackup>;

/** `b12`, `B12` or `12`; anything else fails with build.id-invalid. */
const givenId = z.string();
const id = z.object({ id: givenId });
/** The id of a build, or the absolute path of a program, which is read and not recorded. */
const givenBuild = z.string();
/** Without `b`, the build before `a` in its series is compared with `a`. Fails with compare.no-previous. */
const pair = z.object({ a: givenBuild, b: givenBuild.optional() });

export const buildsContract = {
  /** Runs `go build` with the resolved Go and records it. A failed build is recorded and returned, not thrown. */
  run: base
    .input(
      z.object({
        dir: z.string(),
        /** Arguments of `go build`, passed on unchanged. */
        args: z.array(z.string()),
        /** A Go version to use instead of the resolved one. */
        go: z.string().optional(),
        /** Variables for this build only, e.g. GOOS, GOARCH, CGO_ENABLED. */
        env: z.record(z.string(), z.string()).optional(),
      }),
    )
    .output(eventIterator(buildEvent, z.object({ build }))),
  record: base
    .input(z.object({ path: z.string(), project: z.string().optional() }))
    .output(z.object({ build })),
  /** Newest first. */
  history: base
    .input(
      z.object({
        project: z.string().optional(),
        subject: z.string().optional(),
        kind: build.shape.kind.optional(),
        limit: z.number().int().positive().max(10_000).optional(),
      }),
    )
    .output(
      z.object({
        builds: z.array(build),
        total: z.number().int(),
        /**
         * The ids of builds that were recorded and cannot be read: their rows are damaged or gone. Oldest first, at most
         * 1000 that are gone; of all projects, since it cannot be known whose they were.
         */
        damaged: z.array(z.string()),
        /** The number of projects that cannot be read. */
        damagedProjects: z.number().int(),
        /**
         * What the user must be told: `history.damaged` and `history.emptied`, which were solved; why nothing can be
         * written (`disk.full`, `file.no-permission`), or why the daily backup could not be made.
         */
        notices: z.array(failureData),
      }),
    ),
  /** Copies of the history, newest first. They are made before the first change of a day, the last seven are kept. */
  backups: base.output(z.object({ backups: z.array(historyBackup) })),
  /**
   * Replaces the history by a backup. First a copy of the history is made; restoring that one undoes it. Projects stay,
   * and so do builds that are sound here and not in the backup. Failures: backup.unknown, backup.unreadable.
   */
  restoreBackup: base.input(z.object({ name: z.string() })).output(
    z.object({
      restored: z.string(),
      /** The name of the copy of what was replaced. */
      keptAs: z.string(),
      /** The number of builds that stayed. */
      kept: z.number().int(),
    }),
  ),
  show: base.input(id).output(z.object({ build: buildDetail })),
  compare: base.input(pair).output(comparison),
  /** A comparison as one HTML file, which needs no network and no script. Failures: as `compare`. */
  report: base.input(pair.extend({ locale: z.enum(locales) })).output(z.object({ html: z.string() })),
  /** What Git says about the commits between two builds; nothing that the repository configures is run. */
  log: base.input(z.object({ a: givenId, b: givenId })).output(buildsLog),
  /** Removes a build from the history; `restore` undoes it. Files are not touched. */
  forget: base.input(id).output(z.object({ forgotten: build })),
  restore: base.input(id).output(z.object({ build })),
  /** The main packages of a project: `./cmd/server`. */
  mainPackages: base.input(z.object({ dir: z.string() })).output(z.object({ packages: z.array(z.string()) })),
};
