import { type RawBuilder, sql } from 'kysely';
import { readBuildId } from '../rows/index.ts';

/** More words than these are not looked for. */
const maxWords = 8;

/** The words of a search, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter(Boolean))].slice(0, maxWords);
}

/** True of the row `builds` that has the word; letters of ASCII in any case. */
export function textCondition(word: string): RawBuilder<unknown> {
  const within = `%${escaped(word)}%`;
  const columns = ['subject', 'name', 'note', 'vcs_branch', 'vcs_tag'];
  return sql`(${sql.join(
    [
      ...columns.map((column) => sql`builds.${sql.ref(column)} LIKE ${within} ESCAPE '\\'`),
      sql`builds.vcs_commit LIKE ${`${escaped(word)}%`} ESCAPE '\\'`,
      sql`builds.id IN (${imagesNamed(word)})`,
      sql`builds.id = ${rowNamed(word)}`,
    ],
    sql` OR `,
  )})`;
}

/**
 * The numbers of the builds that have the word, found without reading all builds: each different subject, branch and tag is
 * compared once, and few builds have a name or a note.
 */
export function textIds(word: string): RawBuilder<unknown> {
  const within = `%${escaped(word)}%`;
  const commit = word.toLowerCase();
  const ofValues = (column: string, index: string) => {
    const [ref, by] = [sql.ref(column), sql.ref(index)];
    return sql`SELECT id FROM builds INDEXED BY ${by} WHERE ${ref} IN (
      WITH RECURSIVE each_value (value) AS (
        SELECT min(${ref}) FROM builds INDEXED BY ${by} WHERE ${ref} IS NOT NULL
        UNION ALL SELECT (SELECT min(${ref}) FROM builds INDEXED BY ${by} WHERE ${ref} > each_value.value)
        FROM each_value WHERE each_value.value IS NOT NULL)
      SELECT value FROM each_value WHERE value LIKE ${within} ESCAPE '\\')`;
  };
  return sql`
    SELECT id FROM builds WHERE id = ${rowNamed(word)}
    UNION ALL ${ofValues('subject', 'builds_by_subject')}
    UNION ALL ${ofValues('vcs_branch', 'builds_by_branch')}
    UNION ALL ${ofValues('vcs_tag', 'builds_by_tag')}
    UNION ALL SELECT id FROM builds INDEXED BY builds_by_name WHERE name IS NOT NULL AND name LIKE ${within} ESCAPE '\\'
    UNION ALL SELECT id FROM builds INDEXED BY builds_by_note WHERE note IS NOT NULL AND note LIKE ${within} ESCAPE '\\'
    UNION ALL ${imagesNamed(word)}
    UNION ALL SELECT id FROM builds INDEXED BY builds_by_commit
      WHERE vcs_commit >= ${commit} AND vcs_commit < ${`${commit}\u{10ffff}`}`;
}

/** The images that have the word in their names with the tag; the subject of a build is without it. */
function imagesNamed(word: string): RawBuilder<unknown> {
  return sql`SELECT build_id FROM images WHERE ref LIKE ${`%${escaped(word)}%`} ESCAPE '\\'`;
}

function rowNamed(word: string): number {
  const row = Number(readBuildId(word)?.slice(1));
  return Number.isSafeInteger(row) ? row : -1;
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
