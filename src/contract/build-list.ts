import { z } from 'zod';
import { build } from './build.ts';
import { buildOrders } from './build-orders.ts';

/** Which builds to list: those that match every given field. */
export const buildFilter = z.object({
  /** The folder of a project. */
  project: z.string().optional(),
  /**
   * Words that must all occur, in any case, in the name, note, subject, branch or tag, or begin the commit, or be the id. The
   * first eight count.
   */
  text: z.string().max(1000).optional(),
  kind: build.shape.kind.optional(),
  /** Any of these. */
  status: z.array(build.shape.status).optional(),
  subject: z.string().optional(),
  target: z.string().optional(),
  /** `go1.26` or `1.26`: every release of that minor version; `go1.26.1`: only that one. */
  goVersion: z.string().optional(),
  branch: z.string().optional(),
  tag: z.string().optional(),
  /** One of the build's `flags`. */
  flag: z.string().optional(),
  /** The import path of a package in the program. */
  package: z.string().optional(),
  /** Started at this moment or later. */
  since: z.iso.datetime().optional(),
  /** Started before this moment. */
  until: z.iso.datetime().optional(),
  pinned: z.boolean().optional(),
  /** The number of a series. */
  series: z.number().int().optional(),
});
export type BuildFilter = z.infer<typeof buildFilter>;

/** Builds without a value come last, in both directions; ids decide between equal ones. */
export const buildOrder = z.object({ by: z.enum(buildOrders), descending: z.boolean() });
export type BuildOrder = z.infer<typeof buildOrder>;

/** A build in a list. */
export const buildRow = z.object({
  build,
  /** The one before in its series that has a size; null: none. */
  before: z.object({ id: z.string(), bytes: z.number().int() }).nullable(),
  /** The number of its series; null: it has no size. */
  series: z.number().int().nullable(),
  /** Its flags that most builds of its series do not have, also those that change no size; secrets masked. */
  unusualFlags: z.array(z.string()),
  /** What was read of an image; null: nothing, or it is none. `goVersions`: the different ones of its programs. */
  read: z.object({ goVersions: z.array(z.string()) }).nullable(),
});
export type BuildRow = z.infer<typeof buildRow>;

/** Builds whose sizes can be compared (series.ts), as one line of a chart. */
export const buildSeries = z.object({
  series: z.number().int(),
  /** The newest build, which represents the series. */
  latest: build,
  /** The number of builds with a size. */
  count: z.number().int(),
});
export type BuildSeries = z.infer<typeof buildSeries>;

/** One build in a trend. */
export const trendPoint = z.object({
  id: z.string(),
  /** Its position in the series, from 0, the oldest. */
  position: z.number().int(),
  startedAt: z.iso.datetime(),
  bytes: z.number().int(),
  durationMs: z.number().nullable(),
  /** The number of packages in the program; null: not known. */
  packages: z.number().int().nullable(),
  goVersion: z.string().nullable(),
  commit: z.string().nullable(),
  tag: z.string().nullable(),
  /** The number of modules that came, went or changed their version since the build before; null: not known. */
  moduleChanges: z.number().int().nullable(),
  /** Of an image: `shop:1.2`, its layers, and how many of them are not those of the build before (null: there is none). */
  image: z
    .object({
      ref: z.string(),
      layers: z.number().int(),
      layerChanges: z.number().int().nullable(),
      /** As read, never as told; null: not read, or some layer was stored without compression. */
      readFileBytes: z.number().int().nullable(),
      readCompressedBytes: z.number().int().nullable(),
    })
    .nullable(),
  pinned: z.boolean(),
});
export type TrendPoint = z.infer<typeof trendPoint>;
