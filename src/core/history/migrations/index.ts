export { migrations } from './all.ts';
export { maskCopy, migrate, versionOf } from './migrate.ts';
export type { Migration } from './migration.ts';
