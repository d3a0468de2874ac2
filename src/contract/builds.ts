import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { bucket, goModule, packageSize, section } from './binaries.ts';
import { imageFacts } from './images.ts';
import { installProgress } from './install-progress.ts';

export const build = z.object({
  /** Short and sortable, e.g. `b12`; shown and typed by people. */
  id: z.string(),
  kind: z.enum(['program', 'image']),
  /** `recorded`: made elsewhere, put in with `record`. */
  status: z.enum(['succeeded', 'failed', 'cancelled', 'recorded']),
  /** For `recorded` programs: when the file was last written. */
  startedAt: z.iso.datetime(),
  durationMs: z.number().nullable(),
  exitCode: z.number().int().nullable(),
  /** The folder of its module (of its go.mod); without one, the folder it was built in. */
  project: z.string().nullable(),
  /** What it is, the same across builds: `./cmd/server` from the module's folder, or an image's name without tag. */
  subject: z.string(),
  /** The Go that built it, as its program says; of a build that left none, as `go env GOVERSION` said. null: unknown. */
  goVersion: z.string().nullable(),
  target: z.string().nullable(),
  cgo: z.boolean().nullable(),
  /**
   * Flags of `go build`, from GOFLAGS and the arguments, as `-name` or `-name=value` however they were written.
   * `-o`, `-C` and the packages are left out; secrets masked.
   */
  flags: z.array(z.string()),
  vcs: z.object({ commit: z.string(), dirty: z.boolean(), branch: z.string().nullable() }).nullable(),
  /** null: nothing was written, or not exactly one program. */
  artifact: z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() }).nullable(),
  image: imageFacts.nullable(),
  /** The end of the output, for builds that failed; secrets masked. */
  logTail: z.string().nullable(),
});
export type Build = z.infer<typeof build>;

/** What `history` shows of each build: all but the long parts. */
export const buildDetail = build.extend({
  modules: z.array(goModule),
  sections: z.array(section),
  buckets: z.array(bucket),
  packages: z.array(packageSize),
});
export type BuildDetail = z.infer<typeof buildDetail>;

/**
 * A number on both sides. `change` = b − a. A side that does not know it is null, and then so is `change`; but for
 * a named part (a package, a section, a layer) that only one side has, the other side is null and counts as 0, so
 * that what came or went whole shows its full size.
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

const settingName = z.enum(['goVersion', 'target', 'cgo', 'flags', 'commit', 'platform', 'store']);

export const comparison = z.object({
  a: build,
  b: build,
  /** Which size `change` is about: a program's file, or one of an image's four sizes that both sides have. */
  measure: z.enum(['artifactBytes', 'fileBytes', 'tarBytes', 'compressedBytes', 'engineReported']).nullable(),
  /** Total bytes. */
  change: delta,
  durationMs: delta,
  /** What was set differently. */
  settings: z.array(z.object({ name: settingName, a: z.string().nullable(), b: z.string().nullable() })),
  modules: z.object({
    added: z.array(goModule),
    removed: z.array(goModule),
    changed: z.array(z.object({ path: z.string(), a: z.string(), b: z.string() })),
    unchanged: z.number().int(),
  }),
  /** Parts: biggest change first, unchanged ones left out. Empty when one side's could not be read. */
  buckets: z.array(namedDelta),
  sections: z.array(namedDelta),
  packages: z.array(namedDelta),
  /** By the step that made them. */
  layers: z.array(namedDelta),
});
export type Comparison = z.infer<typeof comparison>;

export const buildEvent = z.discriminatedUnion('type', [
  /** The pinned Go is missing, and the user wants such ones installed (`installMissing`). */
  z.object({ type: z.literal('installing'), progress: installProgress }),
  /** The command that runs, and the Go that does the work, Go's own switching included; null: Go did not say. */
  z.object({ type: z.literal('started'), goVersion: z.string().nullable(), command: z.array(z.string()) }),
  z.object({ type: z.literal('output'), stream: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({ type: z.literal('analysing') }),
]);
export type BuildEvent = z.infer<typeof buildEvent>;

const id = z.object({ id: z.string() });

export const buildsContract = {
  /** Runs `go build` with the resolved Go and records it. A build that fails is recorded and returned, not thrown. */
  run: base
    .input(
      z.object({
        dir: z.string(),
        /** Passed to `go build` as they are. */
        args: z.array(z.string()),
        /** Instead of the resolved one. */
        go: z.string().optional(),
        /** Variables for this build alone, e.g. GOOS, GOARCH, CGO_ENABLED. */
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
        /** What was wrong with the history when it was opened and has been dealt with: `history.damaged`. */
        notices: z.array(failureData),
      }),
    ),
  show: base.input(id).output(z.object({ build: buildDetail })),
  compare: base.input(z.object({ a: z.string(), b: z.string() })).output(comparison),
  /** Takes a build out of the history; `restore` puts it back. Files are not touched. */
  forget: base.input(id).output(z.object({ forgotten: build })),
  restore: base.input(id).output(z.object({ build })),
  /** What of a project can be built: its main packages, `./cmd/server`. */
  mainPackages: base.input(z.object({ dir: z.string() })).output(z.object({ packages: z.array(z.string()) })),
};
