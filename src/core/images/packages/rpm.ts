import type { DistributionPackage } from '#contract/image-contents';
import { berkeleyValues } from './berkeley-hash.ts';
import { ndbValues } from './ndb-slots.ts';
import { parseRpmHeader } from './rpm-header.ts';
import { columnsOf, sqliteRows } from './sqlite-table.ts';

/** The packages of `rpmdb.sqlite`. Throws `RangeError` if it is damaged. */
export function parseRpmSqlite(file: Buffer): DistributionPackage[] {
  return sqliteRows(file, 'Packages').flatMap((row) => {
    const header = columnsOf(row)[1];
    if (!header) throw new RangeError('a row without a package');
    return parseRpmHeader(header) ?? [];
  });
}

/** The packages of `Packages`, a hash database of Berkeley DB. Throws `RangeError` if it is damaged. */
export function parseRpmBerkeley(file: Buffer): DistributionPackage[] {
  return berkeleyValues(file).flatMap((header) =>
    // One entry only counts the others.
    header.length < 16 ? [] : (parseRpmHeader(header) ?? []),
  );
}

/** The packages of `Packages.db`, in rpm's own format. Throws `RangeError` if it is damaged. */
export function parseRpmNdb(file: Buffer): DistributionPackage[] {
  return ndbValues(file).flatMap((header) => parseRpmHeader(header) ?? []);
}
