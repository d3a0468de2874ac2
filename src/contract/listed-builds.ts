import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';
import { build } from './build.ts';
import { maxName, maxNote, thinning } from './build-orders.ts';
import { buildFilter, buildOrder, buildRow, buildSeries, trendPoint } from './build-list.ts';

/** A value that builds have, and how many of the counted ones have it. */
const facet = z.object({ value: z.string(), count: z.number().int() });
/** Most frequent first, at most 200; `more`: there are others. */
const facets = z.object({ values: z.array(facet), more: z.boolean() });
export type Facets = z.infer<typeof facets>;

/** Names builds by ids, or by a filter; exactly one is given. */
const chosen = z.object({
  ids: z.array(z.string()).max(10_000).optional(),
  filter: buildFilter.optional(),
});

/**
 * Which builds are kept, in every series: all of the last `keepDays` days, then the newest of each day, week (from Monday) or
 * month in UTC, or none. Always kept are pinned builds, those of a tag, and the newest of each series. Builds without a size, as
 * failed ones, are kept only for `keepDays`.
 */
export const retentionRules = z.object({
  keepDays: z.number().int().min(0).max(36_500),
  thenOneA: z.enum(thinning),
});
export type RetentionRules = z.infer<typeof retentionRules>;
const retention = z.object({ project: z.string().optional(), rules: retentionRules });

/** How many of the builds were looked at. Said only where that takes several transactions. */
const manyProgress = z.object({ done: z.number().int(), total: z.number().int() });
export type ManyProgress = z.infer<typeof manyProgress>;
/** `undo`: as in the result, for those who cancel and no longer hear that. */
const forgetProgress = manyProgress.extend({ undo: z.string() });
export type ForgetProgress = z.infer<typeof forgetProgress>;

const forgotten = z.object({
  forgotten: z.number().int(),
  /** What `restoreMany` takes to bring back exactly these. */
  undo: z.string(),
  /** It was cancelled before the last one. */
  cancelled: z.boolean(),
});
export type Forgotten = z.infer<typeof forgotten>;

const remembered = z.object({ restored: z.number().int(), cancelled: z.boolean() });
export type Remembered = z.infer<typeof remembered>;

/** The calls about many builds. Failures of all that take a filter with a series: none; an unknown one has no builds. */
export const listedBuildsContract = {
  /**
   * A page of builds. Pages of the same filter and order, each after the one before, have every build once that was there all
   * the time. Failures: builds.cursor-invalid.
   */
  page: base
    .input(
      z.object({
        filter: buildFilter.optional(),
        /** Default: newest first. */
        order: buildOrder.optional(),
        /** Default: 50. */
        limit: z.number().int().positive().max(500).optional(),
        /** `next` of the page before. */
        after: z.string().max(2000).optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(buildRow),
        /** null: this is the last page. */
        next: z.string().nullable(),
        /** As in `history`: of all builds, as far as they have been checked. */
        damaged: z.array(z.string()),
        damagedProjects: z.number().int(),
        notices: z.array(failureData),
      }),
    ),
  /** How many match; with `ids`, how many of those. What is no id counts as no build, and one given twice once. */
  count: base
    .input(z.object({ filter: buildFilter.optional(), ids: z.array(z.string()).max(10_000).optional() }))
    .output(z.object({ total: z.number().int() })),
  /** The values that a filter may ask for, of the newest builds of a project or of all. */
  facets: base.input(z.object({ project: z.string().optional() })).output(
    z.object({
      /** The number of builds that were counted. */
      counted: z.number().int(),
      /** false: there are older builds that were not counted. */
      whole: z.boolean(),
      subjects: facets,
      targets: facets,
      goVersions: facets,
      branches: facets,
      tags: facets,
      flags: facets,
      statuses: facets,
      kinds: facets,
    }),
  ),
  /** Packages in recorded programs whose import path begins with `text`, sorted, at most 50. */
  packages: base
    .input(z.object({ project: z.string().optional(), text: z.string().max(1000) }))
    .output(z.object({ packages: z.array(z.string()), more: z.boolean() })),
  /** The series in which a build matches, that with the newest build first. */
  series: base
    .input(
      z.object({
        filter: buildFilter.optional(),
        /** Default: 100. */
        limit: z.number().int().positive().max(500).optional(),
      }),
    )
    .output(z.object({ series: z.array(buildSeries), more: z.boolean() })),
  /**
   * The builds of a series, oldest first, as points of a chart. Of more than `points`, those are kept that show its shape: the
   * first, the last, the smallest and largest value of each step, and, as far as there is room, every change of Go, tag and pinned build.
   */
  trend: base
    .input(
      z.object({
        series: z.number().int(),
        /** The values that are drawn; default: the sizes. */
        of: z.enum(['bytes', 'durationMs', 'packages', 'readFileBytes', 'readCompressedBytes']).optional(),
        /** Positions, both included. */
        from: z.number().int().nonnegative().optional(),
        to: z.number().int().nonnegative().optional(),
        /** Default: 2000. */
        points: z.number().int().min(10).max(10_000).optional(),
      }),
    )
    .output(
      z.object({
        /** The number of builds in the series. */
        total: z.number().int(),
        points: z.array(trendPoint),
        /** Some between `from` and `to` were left out. */
        reduced: z.boolean(),
      }),
    ),
  /** Changes what is given; null or empty text takes it away. */
  annotate: base
    .input(
      z.object({
        id: z.string(),
        name: z.string().max(maxName).nullable().optional(),
        note: z.string().max(maxNote).nullable().optional(),
        pinned: z.boolean().optional(),
      }),
    )
    .output(z.object({ build })),
  /**
   * Removes builds from all lists, damaged ones excepted. They are erased 30 days later, before the first change of a day; until
   * then they can be restored. Cancelling keeps what is done, always whole builds; who no longer hears the result finds it in
   * `forgottenMany`. Failures: builds.choice-invalid.
   */
  forgetMany: base.input(chosen).output(eventIterator(forgetProgress, forgotten)),
  /**
   * By their ids, or all that one call has forgotten; cancelling keeps what is done here, too. Failures: builds.choice-invalid.
   */
  restoreMany: base
    .input(
      z.object({ ids: z.array(z.string()).max(10_000).optional(), undo: z.string().max(100).optional() }),
    )
    .output(eventIterator(manyProgress, remembered)),
  /** The calls that have forgotten builds which are not erased yet, newest first, at most 100; `undo`: ISO 8601. */
  forgottenMany: base.output(
    z.object({ calls: z.array(z.object({ undo: z.string(), builds: z.number().int() })) }),
  ),
  /** What a rule would forget. */
  planRetention: base.input(retention).output(
    z.object({
      count: z.number().int(),
      /** How many stay. */
      kept: z.number().int(),
      /** What they take in the history, freed when they are erased. */
      bytes: z.number().int(),
      /** Oldest first, at most 1000. */
      ids: z.array(z.string()),
    }),
  ),
  /**
   * Writes builds and their programs to a new file, as lines of JSON (docs/history.md); secrets are masked. Failures: file.exists
   * without `replace`, and those of writing a file.
   */
  exportRecords: base
    .input(z.object({ path: z.string(), filter: buildFilter.optional(), replace: z.boolean().optional() }))
    .output(
      z.object({
        path: z.string(),
        builds: z.number().int(),
        /** Of so many images more was read than is in the file: what they contain is not exported. */
        withoutFiles: z.number().int(),
      }),
    ),
  /**
   * Adds the builds of such a file that the history does not have, under new numbers. Failures: import.refused, which changes
   * nothing, and those of reading a file.
   */
  importRecords: base
    .input(z.object({ path: z.string() }))
    .output(z.object({ added: z.number().int(), known: z.number().int() })),
  /** As `forgetMany`. */
  applyRetention: base.input(retention).output(eventIterator(forgetProgress, forgotten)),
};
