import { mainModuleOf } from './main-module.ts';
import type { Migration } from './migration.ts';

/**
 * What an analysis of a program finds, kept once for its content (`analysis`: the number of the reader, 0 for what was
 * stored before; `facts`: JSON), and what tells series of builds apart.
 *
 * A program in the root of its module was called `.`, like all others. It gets the path of its module, as far as the
 * packages of it, or of another build of the project, show it; else the name of its project's folder or of its file, and
 * where another program has that name already, the whole path.
 *
 * A recorded program had the time of its file, which becomes `built_at`. When it was recorded is not known: it gets the
 * latest time up to it in the order of the numbers, but not a later one than the next build that ran here. No Go program is older than Go
 * itself, so that earlier times count as invented, as later ones than now.
 */
export const series: Migration = {
  version: 5,
  functions: {
    main_module: (packages: string, modules: string) =>
      mainModuleOf(JSON.parse(packages) as string[], JSON.parse(modules) as string[]),
    base_name: (path: string | null) => path?.split(/[/\\]/).findLast((element) => element !== '') ?? null,
  },
  sql: `
ALTER TABLE programs ADD COLUMN analysis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programs ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
CREATE INDEX programs_by_bytes ON programs (artifact_bytes);

ALTER TABLE program_packages RENAME COLUMN code_and_table_bytes TO bytes;
ALTER TABLE program_packages ADD COLUMN parts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE program_packages ADD COLUMN inlined_in INTEGER;
ALTER TABLE program_packages ADD COLUMN inlined_out INTEGER;
UPDATE program_packages SET parts = CASE WHEN bytes = code_bytes
  THEN json_array(json_array(0, code_bytes))
  ELSE json_array(json_array(0, code_bytes), json_array(1, bytes - code_bytes)) END;

ALTER TABLE builds ADD COLUMN built_at TEXT;
ALTER TABLE builds ADD COLUMN built_from TEXT CHECK (built_from IN ('vcs', 'file'));
ALTER TABLE builds ADD COLUMN stripped INTEGER CHECK (stripped IN (0, 1));
ALTER TABLE builds ADD COLUMN main_module TEXT;

CREATE TEMP TABLE main_modules AS SELECT id AS program_id, main_module(
  (SELECT json_group_array(path) FROM program_packages JOIN packages ON packages.id = package_id
    WHERE program_id = programs.id),
  (SELECT json_group_array(path) FROM program_modules JOIN modules ON modules.id = module_id
    WHERE program_id = programs.id)
) AS path FROM programs;
CREATE INDEX temp.main_modules_by_program ON main_modules (program_id);
UPDATE builds SET main_module = (SELECT path FROM main_modules WHERE main_modules.program_id = builds.program_id)
WHERE program_id IS NOT NULL;

-- A bare column is that of the row with the maximum: https://sqlite.org/lang_select.html#bareagg
CREATE TEMP TABLE project_modules AS SELECT project_id, main_module AS path, max(id) FROM builds
WHERE project_id IS NOT NULL AND main_module IS NOT NULL AND (subject = '.' OR subject LIKE './%')
GROUP BY project_id;
CREATE TEMP TABLE taken AS SELECT DISTINCT coalesce(project_id, 0) AS project_id, subject FROM builds
WHERE kind = 'program';
CREATE TEMP TABLE named AS SELECT builds.id, coalesce(projects.path, artifact_path) AS path,
  coalesce(project_modules.path, main_module, base_name(projects.path), base_name(artifact_path)) AS name,
  coalesce(builds.project_id, 0) AS project_id
FROM builds LEFT JOIN projects ON projects.id = builds.project_id
LEFT JOIN project_modules ON project_modules.project_id = builds.project_id
WHERE kind = 'program' AND subject = '.';
UPDATE builds SET subject = coalesce(
  (SELECT CASE WHEN EXISTS (SELECT 1 FROM taken WHERE taken.project_id = named.project_id AND subject = name)
    THEN path ELSE name END FROM named WHERE named.id = builds.id), '.')
WHERE kind = 'program' AND subject = '.';

CREATE TEMP TABLE times AS SELECT id,
  max(known) OVER (ORDER BY id) AS earliest,
  min(known) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next_known,
  min(ran) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS latest
FROM (SELECT id,
  CASE WHEN started_at BETWEEN '2009-11-10' AND strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    AND datetime(started_at) IS NOT NULL THEN started_at END AS known,
  CASE WHEN status <> 'recorded' AND datetime(started_at) IS NOT NULL THEN started_at END AS ran
  FROM builds WHERE kind = 'program');
UPDATE builds SET built_at = started_at, built_from = 'file', started_at = (
  SELECT min(coalesce(earliest, next_known, started_at), coalesce(latest, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))
  FROM times WHERE times.id = builds.id)
WHERE kind = 'program' AND status = 'recorded';

DROP TABLE main_modules;
DROP TABLE project_modules;
DROP TABLE taken;
DROP TABLE named;
DROP TABLE times;
`,
};
