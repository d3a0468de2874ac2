import { resolve } from 'node:path';
import type { Build, BuildDetail } from '#contract/builds';
import { type Failure, failure } from '#contract/failure';
import { prepareHome, type System, withLock } from '#core/system';
import { maskedRecord } from './masked.ts';
import type { KnownProject } from './projects.ts';
import type { HistoryFilter } from './read.ts';
import { type BuildRecord, readBuildId } from './record.ts';
import type { Tables } from './tables.ts';

/**
 * The recorded builds, stored in `history.db` in Burrow's home. Several processes may use it concurrently. Every
 * method may fail with disk.full, file.no-permission and history.busy; those that take an id (`b12`, `B12` or `12`)
 * also with build.id-invalid and build.unknown.
 */
export interface History {
  /** Problems that were found and solved on opening, to be shown to the user: `history.damaged`. */
  readonly notices: readonly Failure[];
  /** Adds a build, secrets masked, and moves its project to the top of the projects. */
  add(record: BuildRecord): Promise<Build>;
  /** Newest first, without forgotten builds; `total` ignores the limit. */
  list(filter: HistoryFilter): Promise<{ builds: Build[]; total: number }>;
  get(id: string): Promise<BuildDetail>;
  /** Removes a build from all lists, until `restore`. Its number is never reused. */
  forget(id: string): Promise<Build>;
  restore(id: string): Promise<Build>;
  /** Go version → when a build last ran here with it (ISO 8601), including forgotten builds. */
  lastBuilds(): Promise<ReadonlyMap<string, string>>;
  /** Last used first. */
  projects(): Promise<KnownProject[]>;
  /** Adds a folder (absolute path) to the projects, or moves it to the top. */
  touchProject(path: string): Promise<void>;
  /** Removes a folder from the projects and keeps its builds. false: it was not one of them. */
  removeProject(path: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the history, and creates it if there is none. SQLite is loaded only here, because most commands do not need
 * it. Failures: history.newer, home.unusable.
 */
export async function openHistory(system: System): Promise<History> {
  const paths = await prepareHome(system);
  const [
    { openDatabase, storageFailure },
    { migrations },
    { Kysely, SqliteDialect },
    read,
    write,
    programs,
    projects,
  ] = await Promise.all([
    import('./open.ts'),
    import('./migrations/index.ts'),
    import('kysely'),
    import('./read.ts'),
    import('./write.ts'),
    import('./programs.ts'),
    import('./projects.ts'),
  ]);
  const { database, notices } = await withLock(`${paths.locks}/history`, {}, () =>
    openDatabase({ path: paths.historyDb, backups: paths.backups, migrations, now: system.now() }),
  );
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw storageFailure(error, paths.historyDb);
    }
  }

  async function find(id: string, includeForgotten: boolean) {
    const wanted = readBuildId(id);
    if (wanted === null) throw failure('build.id-invalid', { id });
    const row = Number(wanted.slice(1));
    const found = await read.findBuild(db, row);
    if (!found || (found.forgotten && !includeForgotten)) throw failure('build.unknown', { id: wanted });
    return { row, ...found };
  }

  async function setForgotten(row: number, at: string | null): Promise<void> {
    await db.updateTable('builds').set({ forgotten_at: at }).where('id', '=', row).execute();
  }

  const now = () => system.now().toISOString();

  return {
    notices,
    add: (record) =>
      guarded(async () => {
        const row = await write.addBuild(db, maskedRecord(record), now());
        return (await find(`b${row}`, true)).build;
      }),
    list: ({ project, ...filter }) =>
      guarded(() => read.listBuilds(db, { ...filter, project: project && resolve(system.cwd, project) })),
    get: (id) =>
      guarded(async () => {
        const { build, programId } = await find(id, false);
        const facts = programId === null ? nothing : await programs.getProgram(db, programId);
        return { ...build, ...facts };
      }),
    forget: (id) =>
      guarded(async () => {
        const { row, build } = await find(id, false);
        await setForgotten(row, now());
        return build;
      }),
    restore: (id) =>
      guarded(async () => {
        const { row, build } = await find(id, true);
        await setForgotten(row, null);
        return build;
      }),
    lastBuilds: () => guarded(() => read.lastBuilds(db)),
    projects: () => guarded(() => projects.knownProjects(db)),
    touchProject: (path) =>
      guarded(async () => {
        await projects.putProject(db, path, now());
      }),
    removeProject: (path) => guarded(() => projects.dropProject(db, path)),
    close: () => db.destroy(),
  };
}

const nothing = { modules: [], sections: [], buckets: [], packages: [] };
