export type { Change, Entry } from './entry.ts';
export {
  type Contents,
  entryId,
  type InEffect,
  inEffect,
  readContents,
  readJournal,
  writeEntry,
} from './journal.ts';
export {
  deleteFile,
  type FileNow,
  keptOf,
  missingFolders,
  readFileNow,
  replaceFile,
} from './replace-file.ts';
