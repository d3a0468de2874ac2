export {
  type Backup,
  type BackupContent,
  contentOf,
  lastNumberIn,
  listBackups,
  makeBackup,
  removeOld,
} from './backups.ts';
export { DailyBackup } from './daily-backup.ts';
export { restoreFrom } from './restore.ts';
