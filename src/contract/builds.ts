import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { build, buildDetail } from './build.ts';
import { buildsLog, comparison } from './comparison.ts';
import { installProgress } from './install-progress.ts';
import { listedBuildsContract } from './listed-builds.ts';
import { locales } from './locale.ts';

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
/**
 * The id of a build; a Go program of a recorded image, `b12:/usr/local/bin/server`; or the absolute path of a program, which is read
 * and not recorded.
 */
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
  /** Also of a Go program of a recorded image: `b12:/usr/local/bin/server`. */
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
  ...listedBuildsContract,
};
