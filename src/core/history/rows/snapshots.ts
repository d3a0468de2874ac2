import { type Kysely, type Selectable, sql } from 'kysely';
import { failure } from '#contract/failure';
import { missingSnapshots } from './agreement.ts';
import { isSoundSnapshot, sealOfSnapshot, type SnapshotState } from './seals.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** A snapshot of the machine, as it is kept. */
export interface KeptRow {
  /** `s12`. */
  id: string;
  /** ISO 8601. */
  takenAt: string;
  lastSeenAt: string;
  /** JSON. */
  content: string;
}

/** The listed snapshots, and those that cannot be shown. */
export interface KeptList {
  snapshots: KeptRow[];
  /** Ignores the limit. */
  total: number;
  damaged: string[];
}

type Row = Selectable<Tables['snapshots']>;

/** How many are kept; older ones are removed. */
const maxSnapshots = 200;

/** Keeps a snapshot, or, if nothing has changed since the last one that is sound, notes there when that was seen. */
export function keepSnapshot(
  db: Kysely<Tables>,
  { takenAt, content }: { takenAt: string; content: string },
  isSame: (last: string) => boolean,
): Promise<{ id: string; isNew: boolean }> {
  return inTransaction(db, async (tx) => {
    const last = await tx
      .selectFrom('snapshots')
      .orderBy('id', 'desc')
      .selectAll()
      .limit(1)
      .executeTakeFirst();
    if (last && isSoundSnapshot(last) && isSame(last.content)) {
      const state = { taken_at: last.taken_at, last_seen_at: takenAt, content: last.content };
      const values = { last_seen_at: takenAt, seal: sealOfSnapshot(state) };
      await tx.updateTable('snapshots').set(values).where('id', '=', last.id).execute();
      return { id: idOf(last.id), isNew: false };
    }
    const id = await putSnapshot(tx, { taken_at: takenAt, last_seen_at: takenAt, content });
    await tx
      .deleteFrom('snapshots')
      .where('id', '<=', id - maxSnapshots)
      .execute();
    return { id: idOf(id), isNew: true };
  });
}

/** Lists snapshots, newest first. None is left out silently: one that is damaged or gone is in `damaged`. */
export async function listSnapshots(db: Kysely<Tables>, limit: number): Promise<KeptList> {
  const { rows } = await sql<Row>`SELECT * FROM snapshots NOT INDEXED ORDER BY id DESC`.execute(db);
  const sound = rows.filter(isSoundSnapshot);
  const damaged = rows.filter((row) => !isSoundSnapshot(row)).map(({ id }) => id);
  const lost = new Set([...damaged, ...(await missingSnapshots(db, maxSnapshots))]);
  return {
    snapshots: sound.slice(0, limit).map(keptRow),
    total: sound.length,
    damaged: [...lost].toSorted((a, b) => a - b).map(idOf),
  };
}

/** One snapshot. Failures: snapshot.unknown, snapshot.damaged. */
export async function findSnapshot(db: Kysely<Tables>, id: string): Promise<KeptRow> {
  const number = Number(/^s?([1-9]\d{0,14})$/i.exec(id.trim())?.[1] ?? 0);
  const row = await db.selectFrom('snapshots').where('id', '=', number).selectAll().executeTakeFirst();
  if (row && isSoundSnapshot(row)) return keptRow(row);
  const isLost = row !== undefined || (await missingSnapshots(db, maxSnapshots)).includes(number);
  throw isLost ? failure('snapshot.damaged', { id: idOf(number) }) : failure('snapshot.unknown', { id });
}

/** Whether no snapshot is damaged or missing; true for a schema without snapshots. */
export async function isWholePast(db: Kysely<Tables>): Promise<boolean> {
  const { rows: tables } = await sql`SELECT name FROM sqlite_schema WHERE name = 'snapshots'`.execute(db);
  return tables.length === 0 || (await listSnapshots(db, 0)).damaged.length === 0;
}

/** All snapshots that are sound. */
export async function snapshotsOf(db: Kysely<Tables>): Promise<Row[]> {
  return (await db.selectFrom('snapshots').selectAll().execute()).filter(isSoundSnapshot);
}

/** Puts a snapshot back under its number, unless a sound one has it. */
export async function putSnapshotIfNew(db: Kysely<Tables>, { id, ...state }: Row): Promise<void> {
  const there = await db.selectFrom('snapshots').where('id', '=', id).selectAll().executeTakeFirst();
  if (there && isSoundSnapshot(there)) return;
  await db.deleteFrom('snapshots').where('id', '=', id).execute();
  await putSnapshot(db, { ...state, id });
}

async function putSnapshot(db: Kysely<Tables>, values: SnapshotState & { id?: number }): Promise<number> {
  const { id } = await db
    .insertInto('snapshots')
    .values({ ...values, seal: sealOfSnapshot(values) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function keptRow({ id, taken_at, last_seen_at, content }: Row): KeptRow {
  return { id: idOf(id), takenAt: taken_at, lastSeenAt: last_seen_at, content };
}

function idOf(row: number): string {
  return `s${row}`;
}
