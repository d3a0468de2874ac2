import Database from 'better-sqlite3';
import { type NumberedTable, isDamage, lastNumber, numberedTables, sqliteCode } from '../rows/index.ts';
import { isBrokenSchema, removeDatabase } from '../files/index.ts';
import { migrate, type Migration, versionOf } from '../migrations/index.ts';

/**
 * Builds a new database at `to` from the rows of a damaged one that can still be read, with the same numbers. Rows are
 * copied as they are: whether they are sound, their seals say. The numbers of builds that could not be read are not used
 * again. Returns whether anything could be read.
 */
export async function salvage(from: string, to: string, migrations: readonly Migration[]): Promise<boolean> {
  removeDatabase(to);
  const source = openTolerant(from);
  const target = new Database(to);
  try {
    const version = source ? Math.min(Math.max(versionOf(source), 1), migrations.length) : migrations.length;
    await migrate(target, migrations.slice(0, version));
    if (source) copyTables(source, target);
    await migrate(target, migrations);
    return source !== null;
  } finally {
    target.close();
    try {
      source?.close();
    } catch {
      // As in examine.ts.
    }
  }
}

/** null: not even the list of tables can be read. */
function openTolerant(path: string): Database.Database | null {
  let source: Database.Database | null = null;
  try {
    source = new Database(path, { timeout: 0 });
    source.pragma('locking_mode = EXCLUSIVE');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    return source;
  } catch {
    try {
      source?.close();
    } catch {
      // It could not be opened in order either.
    }
    return null;
  }
}

function copyTables(source: Database.Database, target: Database.Database): void {
  target.pragma('foreign_keys = OFF');
  const tables = target
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'")
    .pluck()
    .all() as string[];
  target.transaction(() => {
    for (const table of tables) copyTable(source, target, table);
    target.exec('DELETE FROM sqlite_sequence');
    for (const table of numberedTables.filter((name) => tables.includes(name))) {
      const newest = Number(target.prepare(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0);
      target
        .prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
        .run(table, lastNumber(sequenceOf(source, table), newest));
    }
  })();
}

/**
 * Copies the rows of a table in ascending and in descending order of their keys, each until a damaged page; then those
 * between, one by one, where the key is one number.
 */
function copyTable(source: Database.Database, target: Database.Database, table: string): void {
  const columns = target.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY pk').all(table) as {
    name: string;
    pk: number;
  }[];
  const names = columns.map(({ name }) => name);
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const insert = target.prepare(
    `INSERT OR IGNORE INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`,
  );
  const select = `SELECT ${names.join()} FROM ${table} NOT INDEXED`;
  const put = (row: unknown): void => {
    try {
      insert.run(row);
    } catch (error) {
      // A value that the schema does not allow, so the row is damaged.
      if (!sqliteCode(error).startsWith('SQLITE_CONSTRAINT')) throw error;
    }
  };
  const sweep = (direction: 'ASC' | 'DESC'): number | 'whole' => {
    let last = direction === 'ASC' ? 0 : Number.MAX_SAFE_INTEGER;
    const order = keys.map((name) => `${name} ${direction}`).join();
    const { ended } = untilDamage(() => {
      for (const row of source.prepare(`${select} ORDER BY ${order}`).raw().iterate() as Iterable<
        unknown[]
      >) {
        put(row);
        last = Number(row[names.indexOf(keys[0] ?? '')]);
      }
    });
    return ended ? 'whole' : last;
  };
  const from = sweep('ASC');
  if (from === 'whole') return;
  const to = sweep('DESC');
  if (to === 'whole' || keys.length !== 1) return;
  const one = untilDamage(() => source.prepare(`${select} WHERE ${keys[0]} = ?`).raw());
  // The damage is in the names of the columns.
  if (!one.ended) return;
  for (let id = from + 1, misses = 0; id < to && misses < maxMisses; id++) {
    misses++;
    untilDamage(() => {
      const row = one.result.get(id);
      if (row === undefined) return;
      put(row);
      misses = 0;
    });
  }
}

/** Rows that neither order reaches are looked up one by one, until this many numbers in a row have none. */
const maxMisses = 5000;

/** `ended`: whether the work came to its end, and did not meet damage. */
function untilDamage<T>(work: () => T): { ended: true; result: T } | { ended: false } {
  try {
    return { ended: true, result: work() };
  } catch (error) {
    if (isDamage(error) || isBrokenSchema(error)) return { ended: false };
    throw error;
  }
}

function sequenceOf(database: Database.Database, table: NumberedTable): number {
  const counted = untilDamage(() =>
    database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table),
  );
  return counted.ended ? Number(counted.result ?? 0) : 0;
}
