import type { Migration } from './migration.ts';

/**
 * What was read of images. `content` of an image is JSON (contract/image-contents.ts); the entries of a layer are stored
 * once for all images that have it, as `core/images` encodes them. A program of an image has a row in `programs`, also if
 * nothing of it was built here. Images are in other series from then on (contract/series.ts).
 */
export const images: Migration = {
  version: 7,
  derives: true,
  sql: `
CREATE TABLE image_contents (
  build_id INTEGER PRIMARY KEY REFERENCES builds (id) ON DELETE CASCADE,
  content TEXT NOT NULL,
  seal INTEGER NOT NULL DEFAULT 0,
  -- What lists and trends show of the content.
  go_versions TEXT NOT NULL,
  read_file_bytes INTEGER NOT NULL,
  read_compressed_bytes INTEGER
) STRICT;

CREATE TABLE layer_contents (
  id INTEGER PRIMARY KEY,
  diff_id TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE image_layer_contents (
  build_id INTEGER NOT NULL REFERENCES image_contents (build_id) ON DELETE CASCADE,
  layer_id INTEGER NOT NULL REFERENCES layer_contents (id),
  PRIMARY KEY (build_id, layer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_layer_contents_by_layer ON image_layer_contents (layer_id);

CREATE TABLE image_programs (
  build_id INTEGER NOT NULL REFERENCES image_contents (build_id) ON DELETE CASCADE,
  program_id INTEGER NOT NULL REFERENCES programs (id),
  PRIMARY KEY (build_id, program_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_programs_by_program ON image_programs (program_id);

-- Of an image: how many of its layers the one before it in its series has not, and the other way round.
ALTER TABLE builds ADD COLUMN layer_changes INTEGER;

-- Recording an image again finds it by this.
CREATE INDEX images_by_digest ON images (config_digest);
`,
};
