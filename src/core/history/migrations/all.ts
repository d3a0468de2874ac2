import { first } from './0001-first.ts';
import { masked } from './0002-masked.ts';
import { seals } from './0003-seals.ts';
import { snapshots } from './0004-snapshots.ts';
import { series } from './0005-series.ts';
import { lists } from './0006-lists.ts';
import { images } from './0007-images.ts';
import { buildIds } from './0008-build-ids.ts';
import { dockerfiles } from './0009-dockerfiles.ts';
import type { Migration } from './migration.ts';

/** Every migration of the schema, in order. */
export const migrations: readonly Migration[] = [
  first,
  masked,
  seals,
  snapshots,
  series,
  lists,
  images,
  buildIds,
  dockerfiles,
];
