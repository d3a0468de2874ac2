import { maskImageStep, maskSecrets } from '#core/system';
import type { Migration } from './migration.ts';

/** A JSON array of flags, each masked. Other text, which a damaged row may contain, is masked as it is. */
function maskFlags(flags: string, revision: string | null): string {
  try {
    const list: unknown = JSON.parse(flags);
    if (Array.isArray(list)) return JSON.stringify(list.map((each) => maskSecrets(String(each), revision)));
  } catch {
    // Masked below.
  }
  return maskSecrets(flags, revision);
}

/**
 * Masks what earlier versions recorded without knowing that it is secret. Steps that become equal are one row from
 * then on.
 */
export const masked: Migration = {
  version: 2,
  functions: {
    mask_flags: maskFlags,
    mask_text: (text: string | null, revision: string | null) =>
      text === null ? null : maskSecrets(text, revision),
    mask_step: maskImageStep,
  },
  masks: true,
  sql: `
UPDATE builds SET
  subject = mask_text(subject, NULL),
  flags = mask_flags(flags, vcs_commit),
  log_tail = mask_text(log_tail, vcs_commit);
UPDATE images SET ref = mask_text(ref, NULL), engine_endpoint = mask_text(engine_endpoint, NULL);

CREATE TEMP TABLE masked_layers AS SELECT id, diff_id, mask_step(created_by) AS created_by FROM layers;
CREATE TEMP TABLE kept_layers AS
  SELECT min(id) AS id, diff_id, created_by FROM masked_layers GROUP BY diff_id, created_by;
UPDATE image_layers SET layer_id = (
  SELECT kept_layers.id FROM masked_layers JOIN kept_layers USING (diff_id, created_by)
  WHERE masked_layers.id = image_layers.layer_id
);
DELETE FROM layers WHERE id NOT IN (SELECT id FROM kept_layers);
UPDATE layers SET created_by = (SELECT created_by FROM kept_layers WHERE kept_layers.id = layers.id);
DROP TABLE masked_layers;
DROP TABLE kept_layers;
`,
};
