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
export { kyselyOf } from './kysely-of.ts';
export { maskedRecord } from './masked.ts';
export { type Analysis, getAnalysis, getProgram, keepAnalysis, noFacts, putProgram } from './programs.ts';
export { damagedProjects, type KnownProject, putProjectAs, soundProjects } from './projects.ts';
export { type HistoryFilter, type Listed, projectRow } from './read.ts';
export { buildId, type BuildRecord, idsOf, readBuildId, summaryOf, unsaid } from './record.ts';
export { isSoundBuild, sealBuilds, sealRows, soundBuilds, soundRows } from './seals.ts';
export { type KeptList, type KeptRow, putSnapshotIfNew, snapshotsOf } from './snapshots.ts';
export { readStoredBuilds } from './stored.ts';
export type { Tables } from './tables.ts';
export { inTransaction } from './transaction.ts';
export { isWhole } from './whole.ts';
export { putBuild, putRow } from './write.ts';
