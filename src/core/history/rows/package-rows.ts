import { type Kysely, sql } from 'kysely';
import type { PackageSize } from '#contract/binaries';
import { readParts, storedParts } from './parts.ts';
import type { StoredProgram } from './stored.ts';
import type { Tables } from './tables.ts';

/** Stores the packages of a program, one row each. */
export async function putPackages(
  tx: Kysely<Tables>,
  programId: number,
  packages: readonly PackageSize[],
): Promise<void> {
  const rows = JSON.stringify(packages.map((each) => ({ ...each, parts: storedParts(each.parts) })));
  await sql`
    INSERT INTO packages (path)
    SELECT value ->> 'path' FROM json_each(${rows}) WHERE true
    ON CONFLICT DO NOTHING`.execute(tx);
  // CROSS JOIN makes SQLite keep this order, so that it looks up each path instead of reading all known ones.
  await sql`
    INSERT INTO program_packages (program_id, package_id, functions, code_bytes, bytes, parts, inlined_in, inlined_out)
    SELECT ${programId}, packages.id, value ->> 'functions', value ->> 'codeBytes', value ->> 'bytes',
      value ->> 'parts', value ->> 'inlinedIn', value ->> 'inlinedOut'
    FROM json_each(${rows}) CROSS JOIN packages ON packages.path = value ->> 'path'`.execute(tx);
}

/**
 * The packages in these rows, which are sound: the types of the table and `storedParts` are all that they can contain.
 * null: a newer Burrow knows a bucket that this one does not.
 */
export function readPackages(rows: StoredProgram['packages']): PackageSize[] | null {
  const packages: PackageSize[] = [];
  for (const row of rows) {
    const parts = readParts(row.parts);
    if (!parts) return null;
    packages.push({
      path: row.path,
      functions: row.functions,
      codeBytes: row.code_bytes,
      bytes: row.bytes,
      parts,
      inlinedIn: row.inlined_in,
      inlinedOut: row.inlined_out,
    });
  }
  return packages;
}
