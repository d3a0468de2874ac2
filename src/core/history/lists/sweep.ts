import { type Kysely, sql } from 'kysely';
import {
  Damage,
  type Tables,
  damagedProjects,
  isSmall,
  isSoundBuild,
  missingBuilds,
  readStoredBuilds,
} from '../rows/index.ts';
import type { Connection } from '../opening/index.ts';

/** So many builds are checked at once, which takes some ms. */
const atOnce = 200;

/** ms between two steps, so that other work is not held up: a million builds take ten minutes. */
const pauseMs = 100;

/**
 * Checks all builds of a large history in the background, once for each opened history, and finds what a list that reads few of them
 * does not see: damaged builds that are not on its page, and indexes without a build.
 */
export class Sweep {
  readonly #damaged = new Set<number>();
  #isRunning = false;
  #isStopped = false;
  #next = 1;
  /** What was counted of which open file, and its state then. */
  #counted: { of: Kysely<Tables> | null; state: string; missing: number[]; damagedProjects: number } = {
    of: null,
    state: '',
    missing: [],
    damagedProjects: 0,
  };

  /**
   * The numbers of builds that are gone, or were found damaged, and the number of damaged projects. Starts the check of a large
   * history.
   */
  async known(
    db: Kysely<Tables>,
    history: Connection,
  ): Promise<{ damaged: number[]; damagedProjects: number }> {
    if (!this.#isRunning && !(await isSmall(db))) {
      this.#isRunning = true;
      this.#later(history);
    }
    // Counting again is only needed when something was written, here or by another process.
    const { rows } = await sql<{ state: string }>`
      SELECT data_version || ' ' || total_changes() AS state FROM pragma_data_version`.execute(db);
    const state = rows[0]?.state ?? '';
    // A repaired file was opened again, and its count of changes begins anew.
    if (db !== this.#counted.of || state !== this.#counted.state) {
      const missing = await missingBuilds(db);
      this.#counted = { of: db, state, missing, damagedProjects: await damagedProjects(db) };
    }
    const { missing, damagedProjects: projects } = this.#counted;
    return { damaged: [...this.#damaged, ...missing], damagedProjects: projects };
  }

  /** Ends the check: the history is about to be closed, and reading would open it again. */
  stop(): void {
    this.#isStopped = true;
  }

  #later(history: Connection): void {
    // A command that has its answer ends without waiting for this.
    setTimeout(() => {
      if (this.#isStopped) return;
      history
        .read(({ db }) => this.#step(db))
        .then(
          (goesOn) => goesOn && this.#later(history),
          // Damage was met, and was handled by `read`.
          () => undefined,
        );
    }, pauseMs).unref();
  }

  /** Returns whether there are more builds. */
  async #step(db: Kysely<Tables>): Promise<boolean> {
    const { rows } = await sql<{ id: number; isIndexed: number }>`
      SELECT id, EXISTS (SELECT 1 FROM builds AS by_time INDEXED BY builds_by_time
        WHERE by_time.started_at = builds.started_at AND by_time.id = builds.id) AS isIndexed
      FROM builds NOT INDEXED WHERE id >= ${this.#next} ORDER BY id LIMIT ${atOnce}`.execute(db);
    if (rows.some(({ isIndexed }) => isIndexed === 0)) throw new Damage('builds_by_time');
    const ids = rows.map(({ id }) => id);
    const sound = new Set(
      (await readStoredBuilds(db, ids)).filter(isSoundBuild).map(({ build }) => build.id),
    );
    for (const id of ids) if (!sound.has(id)) this.#damaged.add(id);
    this.#next = (ids.at(-1) ?? this.#next) + 1;
    return ids.length === atOnce;
  }
}
