import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Build, BuildDetail } from '#contract/build';
import { type Failure, failure } from '#contract/failure';
import { burrowPaths, type System, withLock } from '#core/system';
import type { Backup, BackupContent } from './backups/index.ts';
import {
  type Analysis,
  type BuildRecord,
  type HistoryFilter,
  type KeptList,
  type KeptRow,
  type KnownProject,
  type Listed,
  type Tables,
  buildId,
  idsOf,
  maskedRecord,
  readBuildId,
  summaryOf,
} from './rows/index.ts';
import type { KeptImages } from './kept-images.ts';
import type { Lists } from './lists/index.ts';

/**
 * The recorded builds and the snapshots of the machine, stored in `history.db` in Burrow's home. Several processes may use it concurrently. Every
 * method may fail with disk.full, file.no-permission and history.busy; those that take an id (`b12`, `B12` or `12`)
 * also with build.id-invalid, build.unknown and build.damaged.
 */
export interface History extends Lists, KeptImages {
  /**
   * What the user must be told, in the order in which it happened: `history.damaged` and `history.emptied`, which were
   * solved; why nothing can be written (disk.full, file.no-permission); why a backup could not be made.
   */
  readonly notices: readonly Failure[];
  /**
   * Adds a build, secrets masked, and moves its project to the top of the projects. It fails only if the build is not in
   * the history.
   */
  add(record: BuildRecord): Promise<Build>;
  /** Newest first, without forgotten builds. Builds and projects that are damaged are left out, and said. */
  list(
    filter: HistoryFilter,
  ): Promise<Omit<Listed, 'damaged'> & { damaged: string[]; damagedProjects: number }>;
  get(id: string): Promise<BuildDetail>;
  /**
   * What was read of a program with this content when it was recorded before; null: it was not. `hash` computes its SHA-256
   * (lower-case hex), and is called only if a program of this size is known.
   */
  analysisOf(bytes: number, hash: () => Promise<string>): Promise<Analysis | null>;
  /** Replaces what is known of a program that was recorded; its builds show that from then on. */
  keepAnalysis(artifact: { sha256: string; bytes: number }, analysis: Analysis): Promise<void>;
  /** Removes a build from all lists, until `restore`. Its number is never reused. */
  forget(id: string): Promise<Build>;
  restore(id: string): Promise<Build>;
  /**
   * Keeps a snapshot of the machine (JSON, secrets masked), unless `isSame` says of the content of the last one that
   * nothing has changed: then only the time is noted there. The last 200 are kept.
   */
  keepSnapshot(
    taken: { takenAt: string; content: string },
    isSame: (last: string) => boolean,
  ): Promise<{ id: string; isNew: boolean }>;
  /** Newest first, at most `limit`. `damaged`: the ids of those whose rows are damaged or gone, oldest first. */
  snapshots(limit: number): Promise<KeptList>;
  /** By its id (`s12` or `12`). Failures: snapshot.unknown, snapshot.damaged. */
  snapshot(id: string): Promise<KeptRow>;
  /** Go version → when a build last ran here with it (ISO 8601), including forgotten builds. */
  lastBuilds(): Promise<ReadonlyMap<string, string>>;
  /** Last used first. */
  projects(): Promise<KnownProject[]>;
  /** Adds a folder (absolute path) to the projects, or moves it to the top. */
  touchProject(path: string): Promise<void>;
  /** Removes a folder from the projects and keeps its builds. false: it was not one of them. */
  removeProject(path: string): Promise<boolean>;
  /** Copies of the history, newest first; `content` is null for one that cannot be read. */
  backups(): Promise<(Backup & { content: BackupContent | null })[]>;
  /**
   * Replaces the history by a backup, after a copy of it was made (`keptAs`), which undoes it. Projects, and builds
   * (`kept`) and snapshots that are sound here and not in the backup, stay. Failures: backup.unknown, backup.unreadable.
   */
  restoreBackup(name: string): Promise<{ restored: string; keptAs: string; kept: number }>;
  close(): Promise<void>;
}

/**
 * Opens the history, and creates it if there is none. On a full disk, and where nothing can be written, what is there is
 * read, and every change fails. SQLite is loaded only here, because most commands do not need it. Failures:
 * history.newer, history.unreadable, file.unusable, disk.full, file.no-permission, home.unusable.
 */
export async function openHistory(system: System): Promise<History> {
  const paths = burrowPaths(system);
  const [{ Connection, historyLock, openInHome }, rows, kept, { listsOf, Sweep }, { migrations }, images] =
    await Promise.all([
      import('./opening/index.ts'),
      import('./rows/index.ts'),
      import('./backups/index.ts'),
      import('./lists/index.ts'),
      import('./migrations/index.ts'),
      import('./kept-images.ts'),
    ]);
  const history = new Connection(paths.historyDb, () => openInHome(system));
  await history.open();
  const lock = historyLock(paths);
  const backup = new kept.DailyBackup({ folder: paths.backups, lock, path: paths.historyDb });

  /** Every change of the history: it is backed up before the first one of a day. `now` is ISO 8601. */
  function change<T>(work: (db: Kysely<Tables>, now: string) => Promise<T>): Promise<T> {
    return history.write(async ({ db, database }) => {
      const now = system.now();
      const failed = await backup.before(db, database, now);
      if (failed) history.notice(failed);
      return work(db, now.toISOString());
    });
  }

  async function find(db: Kysely<Tables>, id: string, includeForgotten: boolean) {
    const wanted = readBuildId(id);
    if (wanted === null) throw failure('build.id-invalid', { id });
    const row = Number(wanted.slice(1));
    const found = Number.isSafeInteger(row) ? await rows.findBuild(db, row) : null;
    if (!found) throw failure('build.unknown', { id: wanted });
    if (!found.build) throw failure('build.damaged', { id: wanted });
    if (found.forgotten && !includeForgotten) throw failure('build.unknown', { id: wanted });
    return { ...found, row, build: found.build };
  }

  const sweep = new Sweep();
  const lists = listsOf(system, { history, sweep }, change, find);
  return {
    ...lists,
    ...images.keptImages(history, change, find),
    get notices() {
      return history.notices;
    },
    add: (record) =>
      change(async (db, now) => {
        const masked = maskedRecord(record);
        const row = await rows.addBuild(db, masked, now);
        return summaryOf({ id: buildId(row), ...masked });
      }),
    list: ({ project, ...filter }) =>
      history.read(async ({ db, again }) => {
        const own = { ...filter, project: project && resolve(system.cwd, project) };
        const { damaged, ...listed } = await rows.listBuilds(db, own, again);
        const known = await sweep.known(db, history);
        return {
          ...listed,
          damaged: idsOf([...damaged, ...known.damaged]),
          damagedProjects: known.damagedProjects,
        };
      }),
    get: (id) =>
      history.read(async ({ db }) => {
        const { build, programId } = await find(db, id, false);
        const facts = programId === null ? rows.noFacts : await rows.getProgram(db, programId);
        if (!facts) throw failure('build.damaged', { id: build.id });
        return { ...build, ...facts };
      }),
    analysisOf: (bytes, hash) => history.read(({ db }) => rows.analysisOf(db, bytes, hash)),
    keepAnalysis: (artifact, analysis) =>
      change((db) => rows.inTransaction(db, (tx) => rows.keepAnalysis(tx, artifact, analysis))),
    forget: (id) =>
      change(async (db, now) => {
        const { row, build } = await find(db, id, false);
        await rows.setForgotten(db, row, now);
        return build;
      }),
    restore: (id) =>
      change(async (db) => {
        const { row, build } = await find(db, id, true);
        await rows.setForgotten(db, row, null);
        return build;
      }),
    keepSnapshot: (taken, isSame) => change((db) => rows.keepSnapshot(db, taken, isSame)),
    snapshots: (limit) => history.read(({ db }) => rows.listSnapshots(db, limit)),
    snapshot: (id) => history.read(({ db }) => rows.findSnapshot(db, id)),
    lastBuilds: () => history.read(({ db }) => rows.lastBuilds(db)),
    projects: () => history.read(({ db }) => rows.knownProjects(db)),
    touchProject: (path) =>
      change(async (db, now) => {
        await rows.putProject(db, path, now);
      }),
    removeProject: (path) => change((db) => rows.dropProject(db, path)),
    backups: async () =>
      kept.listBackups(paths.backups).map((each) => ({ ...each, content: kept.contentOf(each) })),
    restoreBackup: async (name) => {
      const wanted = kept.listBackups(paths.backups).find((each) => each.name === name);
      if (!wanted) throw failure('backup.unknown', { name });
      const work = `${paths.historyDb}.restoring`;
      return history.write(({ db, database }) =>
        withLock(lock, {}, () =>
          // No other work of this process may use the connection meanwhile.
          db.connection().execute(async (connection) => {
            const now = system.now();
            const keptAs = kept.makeBackup(database, paths.backups, now, await rows.isWhole(connection));
            const request = { work, migrations, now: now.toISOString() };
            const stayed = await kept.restoreFrom(connection, database, wanted, request);
            kept.removeOld(paths.backups);
            return { restored: wanted.name, keptAs: keptAs.name, kept: stayed };
          }),
        ),
      );
    },
    close: () => {
      sweep.stop();
      return history.close();
    },
  };
}
