export {
  isSmall,
  lastNumber,
  lastRow,
  missingBuilds,
  type NumberedTable,
  numberedTables,
} from './agreement.ts';
export { Damage, isDamage, sqliteCode, storageFailure } from './damage.ts';
export { decodeBuild } from './decode.ts';
export { beforeOf, deriveAll, deriveBuilds } from './derive.ts';
export { goRank } from './go-rank.ts';
export {
  dropUnusedLayers,
  getImageContents,
  getImageLayers,
  imagesRead,
  keepImage,
  type KeptLayer,
  type ReadImage,
} from './image-contents.ts';
export { linkedToBuilds } from './linked-programs.ts';
export { findImage, type WantedImage } from './find-image.ts';
export { kyselyOf } from './kysely-of.ts';
export { maskedRecord, oneLine } from './masked.ts';
export {
  type Analysis,
  analysisOf,
  getAnalysis,
  getProgram,
  keepAnalysis,
  noFacts,
  putProgram,
} from './programs.ts';
export {
  damagedProjects,
  dropProject,
  type KnownProject,
  knownProjects,
  putProject,
  putProjectAs,
  soundProjects,
} from './projects.ts';
export {
  damagedForgotten,
  findBuild,
  type HistoryFilter,
  lastBuilds,
  listBuilds,
  type Listed,
  projectRow,
} from './read.ts';
export { buildId, type BuildRecord, idsOf, readBuildId, summaryOf, unsaid } from './record.ts';
export { isSoundBuild, sealBuilds, sealRows, soundBuilds, soundRows } from './seals.ts';
export {
  findSnapshot,
  keepSnapshot,
  type KeptList,
  type KeptRow,
  listSnapshots,
  putSnapshotIfNew,
  snapshotsOf,
} from './snapshots.ts';
export { readStoredBuilds } from './stored.ts';
export type { Tables } from './tables.ts';
export { inTransaction } from './transaction.ts';
export { isWhole } from './whole.ts';
export { addBuild, putBuild, putRow, markForgotten, setForgotten } from './write.ts';
