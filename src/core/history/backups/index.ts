export {
  type Backup,
  type BackupContent,
  lastNumberIn,
  listBackups,
  makeBackup,
  removeOld,
} from './backups.ts';
