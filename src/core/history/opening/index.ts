export type { Connection } from './connection.ts';
export { migrate, versionOf } from './migrate.ts';
export { openDatabase } from './open.ts';
export { salvage } from './salvage.ts';
