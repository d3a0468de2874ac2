/**
 * The day on which each minor version was released, Go 1 first (https://go.dev/doc/devel/release). The download site's
 * index has no dates, so minor versions newer than this table have none.
 */
const days =
  '2012-03-28 2013-05-13 2013-12-01 2014-06-18 2014-12-10 2015-08-19 2016-02-17 2016-08-15 2017-02-16 2017-08-24 ' +
  '2018-02-16 2018-08-24 2019-02-25 2019-09-03 2020-02-25 2020-08-11 2021-02-16 2021-08-16 2022-03-15 2022-08-02 ' +
  '2023-02-01 2023-08-08 2024-02-06 2024-08-13 2025-02-11 2025-08-12 2026-02-10 2026-08-19';

const known: readonly string[] = days.split(' ');

/** The day of the newest release in the table, `2026-08-19`: a clock that is behind it is wrong. */
export function newestReleaseDay(): string {
  return known.at(-1) ?? '';
}

/** `2025-02-11` for 24; null when it is not known. */
export function releaseDay(minor: number): string | null {
  return known[minor] ?? null;
}
