import { type RawBuilder, sql } from 'kysely';
import type { BuildOrder } from '#contract/build-list';
import { failure } from '#contract/failure';

/** The columns that orders sort by, and their indexes; null: the table itself is in this order. */
const columns: Readonly<Record<BuildOrder['by'], { column: string; index: string | null }>> = {
  started: { column: 'started_at', index: 'builds_by_time' },
  id: { column: 'id', index: null },
  subject: { column: 'subject', index: 'builds_by_subject' },
  name: { column: 'name', index: 'builds_by_name' },
  go: { column: 'go_rank', index: 'builds_by_go' },
  target: { column: 'target', index: 'builds_by_target' },
  bytes: { column: 'bytes', index: 'builds_by_bytes' },
  change: { column: 'change_bytes', index: 'builds_by_change' },
  duration: { column: 'duration_ms', index: 'builds_by_duration' },
  commit: { column: 'vcs_commit', index: 'builds_by_commit' },
  branch: { column: 'vcs_branch', index: 'builds_by_branch' },
  status: { column: 'status', index: 'builds_by_status' },
  by: { column: 'built_by', index: 'builds_by_user' },
};

/** Where a page ends: the value that is sorted by, and the number of the build. */
export interface Place {
  key: string | number | null;
  row: number;
}

/** A part of a list in which all builds have a value, or none has. */
export interface Part {
  /** The index that has the part in its order. */
  index: string | null;
  where: RawBuilder<unknown>;
  orderBy: RawBuilder<unknown>;
  /** The value that is sorted by. */
  key: RawBuilder<string | number | null>;
}

/** The parts of a list in this order, from `after` on: builds without a value come last in both directions. */
export function partsOf({ by, descending }: BuildOrder, after: Place | null): Part[] {
  const { column, index } = columns[by];
  const [value, id] = [sql.ref<string | number | null>(`builds.${column}`), sql.ref('builds.id')];
  const direction = descending ? sql`DESC` : sql`ASC`;
  const beyond = descending ? sql`<` : sql`>`;
  const some: Part = {
    index,
    where: after
      ? by === 'id'
        ? sql`${id} ${beyond} ${after.row}`
        : sql`${value} IS NOT NULL AND (${value}, ${id}) ${beyond} (${after.key}, ${after.row})`
      : sql`${value} IS NOT NULL`,
    orderBy: by === 'id' ? sql`${id} ${direction}` : sql`${value} ${direction}, ${id} ${direction}`,
    key: value,
  };
  if (by === 'id' || by === 'started' || by === 'subject' || by === 'status') return [some];
  const none: Part = {
    // The index of names has only the builds with one.
    index: by === 'name' ? null : index,
    where:
      after?.key === null ? sql`${value} IS NULL AND ${id} ${beyond} ${after.row}` : sql`${value} IS NULL`,
    orderBy: sql`${id} ${direction}`,
    key: value,
  };
  return after?.key === null ? [none] : [some, none];
}

/** A place as text that says nothing to its reader. */
export function cursorOf({ by, descending }: BuildOrder, { key, row }: Place): string {
  return Buffer.from(JSON.stringify([by, Number(descending), key, row])).toString('base64url');
}

/** Failures: builds.cursor-invalid (it is none, or one of another order). */
export function readCursor(text: string, { by, descending }: BuildOrder): Place {
  try {
    const [name, down, key, row] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const isKey = key === null || typeof key === 'string' || typeof key === 'number';
    if (name === by && down === Number(descending) && isKey && Number.isSafeInteger(row)) {
      return { key, row: Number(row) };
    }
  } catch {
    // It is no cursor.
  }
  throw failure('builds.cursor-invalid', {});
}
