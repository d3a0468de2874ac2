import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Build } from '#contract/build';
import type { BuildFilter, BuildRow, BuildSeries, TrendPoint } from '#contract/build-list';
import { failure } from '#contract/failure';
import type {
  Facets,
  ForgetProgress,
  Forgotten,
  ManyProgress,
  Remembered,
  RetentionRules,
} from '#contract/listed-builds';
import { createFileAtomic, type System, typedPath, writeFileAtomic } from '#core/system';
import { type Annotation, annotateBuild } from './annotate.ts';
import type { Connection } from '../opening/index.ts';
import { type PageRequest, pageOfBuilds } from './page.ts';
import { countBuilds, countOf, matchingRows, rowsNamed } from './filter.ts';
import { facetsOf, packagesFrom } from './facets.ts';
import { type Change, forgetRows, forgottenCalls, restoreRows, rowsForgottenAt } from './forget.ts';
import { bytesOf, notKept } from './retention.ts';
import { previousOf } from './previous.ts';
import { exportLines, importFile } from '../records/index.ts';
import { buildId, imagesRead, damagedForgotten, idsOf, inTransaction, type Tables } from '../rows/index.ts';
import type { Sweep } from './sweep.ts';
import { listSeries, trendOf, type TrendRequest } from './trend.ts';

/** Finds a build by its id. Failures: build.id-invalid, build.unknown, build.damaged. */
type Find = (
  db: Kysely<Tables>,
  id: string,
  includeForgotten: boolean,
) => Promise<{ row: number; build: Build }>;

interface Chosen {
  ids?: readonly string[] | undefined;
  filter?: BuildFilter | undefined;
}

interface Retention {
  project?: string | undefined;
  rules: RetentionRules;
}

/** What can be asked of many builds, and done with them (contract/listed-builds.ts). Folders may be relative. */
export interface Lists {
  page(
    request: PageRequest,
  ): Promise<{ rows: BuildRow[]; next: string | null; damaged: string[]; damagedProjects: number }>;
  /** With `ids`: how many of those match. */
  count(filter: BuildFilter, ids?: readonly string[]): Promise<number>;
  facets(
    project: string | undefined,
  ): Promise<
    Record<
      'subjects' | 'targets' | 'goVersions' | 'branches' | 'tags' | 'flags' | 'statuses' | 'kinds',
      Facets
    > & { counted: number; whole: boolean }
  >;
  packages(request: {
    project?: string | undefined;
    text: string;
  }): Promise<{ packages: string[]; more: boolean }>;
  series(request: {
    filter?: BuildFilter | undefined;
    limit?: number | undefined;
  }): Promise<{ series: BuildSeries[]; more: boolean }>;
  /** The id of the build before this one in its series; of one that is not in the history, of the newest of its series. */
  previous(build: Build): Promise<string | null>;
  trend(request: TrendRequest): Promise<{ total: number; points: TrendPoint[]; reduced: boolean }>;
  annotate(id: string, annotation: Annotation): Promise<Build>;
  forgetMany(chosen: Chosen, signal?: AbortSignal): AsyncGenerator<ForgetProgress, Forgotten>;
  restoreMany(
    chosen: { ids?: readonly string[] | undefined; undo?: string | undefined },
    signal?: AbortSignal,
  ): AsyncGenerator<ManyProgress, Remembered>;
  /** What `restoreMany` can undo, newest first. */
  forgottenMany(): Promise<{ undo: string; builds: number }[]>;
  planRetention(request: Retention): Promise<{ count: number; kept: number; bytes: number; ids: string[] }>;
  applyRetention(request: Retention, signal?: AbortSignal): AsyncGenerator<ForgetProgress, Forgotten>;
  exportTo(request: {
    path: string;
    filter?: BuildFilter | undefined;
    /** Replaces a file that is there. */
    replace?: boolean | undefined;
  }): Promise<{ path: string; builds: number; withoutFiles: number }>;
  importFrom(path: string, signal: AbortSignal | undefined): Promise<{ added: number; known: number }>;
}

/** A plan names so many builds. */
const maxNamed = 1000;

/** The lists of an open history. `change` and `find` as in `openHistory`. */
export function listsOf(
  system: System,
  { history, sweep }: { history: Connection; sweep: Sweep },
  change: Change,
  find: Find,
): Lists {
  const folder = (project: string | undefined) => project && resolve(system.cwd, project);
  const own = (filter: BuildFilter = {}): BuildFilter => ({ ...filter, project: folder(filter.project) });

  return {
    page: ({ filter, ...request }) =>
      history.read(async ({ db, again }) => {
        const page = await pageOfBuilds(db, { ...request, filter: own(filter) }, again);
        const known = await sweep.known(db, history);
        const hidden = await damagedForgotten(db, again);
        return {
          ...page,
          damaged: idsOf([...page.damaged, ...hidden, ...known.damaged]),
          damagedProjects: known.damagedProjects,
        };
      }),
    count: (filter, ids) =>
      history.read(({ db }) =>
        ids ? countOf(db, own(filter), rowsNamed(ids)) : countBuilds(db, own(filter)),
      ),
    facets: (project) => history.read(({ db }) => facetsOf(db, folder(project))),
    packages: ({ project, text }) =>
      history.read(({ db }) => packagesFrom(db, { project: folder(project), text })),
    series: ({ filter, limit }) => history.read(({ db }) => listSeries(db, { filter: own(filter), limit })),
    previous: (build) =>
      history.read(async ({ db }) => {
        const row = await previousOf(db, build);
        return row === null ? null : buildId(row);
      }),
    trend: (request) => history.read(({ db, database }) => trendOf(db, database, request)),
    annotate: (id, annotation) =>
      change((db) =>
        inTransaction(db, async (tx) => {
          const { row } = await find(tx, id, false);
          await annotateBuild(tx, row, annotation);
          return (await find(tx, id, false)).build;
        }),
      ),
    forgetMany: async function* ({ ids, filter }, signal) {
      if ((ids === undefined) === (filter === undefined)) throw failure('builds.choice-invalid', {});
      const rows = ids ? rowsNamed(ids) : await history.read(({ db }) => matchingRows(db, own(filter)));
      return yield* forgetRows(change, rows, signal);
    },
    restoreMany: async function* ({ ids, undo }, signal) {
      if ((ids === undefined) === (undo === undefined)) throw failure('builds.choice-invalid', {});
      const rows = ids ? rowsNamed(ids) : await history.read(({ db }) => rowsForgottenAt(db, undo ?? ''));
      return yield* restoreRows(change, rows, signal);
    },
    forgottenMany: () => history.read(({ db }) => forgottenCalls(db)),
    planRetention: ({ project, rules }) =>
      history.read(async ({ db }) => {
        const { ids, kept } = await notKept(db, { project: folder(project), rules }, system.now());
        const bytes = await bytesOf(db, ids);
        return { count: ids.length, kept, bytes, ids: ids.slice(0, maxNamed).map(buildId) };
      }),
    exportTo: ({ path, filter, replace }) =>
      history.read(async ({ db }) => {
        const file = typedPath(system, path);
        const ids = (await matchingRows(db, own(filter))).toSorted((a, b) => a - b);
        let builds = 0;
        const lines = exportLines(db, ids, system.now().toISOString(), (count) => {
          builds = count;
        });
        await (replace ? writeFileAtomic(file, lines) : createFileAtomic(file, lines));
        return { path: file, builds, withoutFiles: await imagesRead(db, ids) };
      }),
    importFrom: (path, signal) => change((db) => importFile(db, typedPath(system, path), signal)),
    applyRetention: async function* ({ project, rules }, signal) {
      const { ids } = await history.read(({ db }) =>
        notKept(db, { project: folder(project), rules }, system.now()),
      );
      return yield* forgetRows(change, ids, signal);
    },
  };
}
