import type { Migration } from './migration.ts';

/** From which stage of a Dockerfile an image was built, and from which of its lines each layer: JSON (rows/image-dockerfile.ts). */
export const dockerfiles: Migration = {
  version: 9,
  sql: 'ALTER TABLE images ADD COLUMN dockerfile TEXT;',
};
