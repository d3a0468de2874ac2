export type { Change, Entry } from './entry.ts';
export {
  type Contents,
  entryId,
  type InEffect,
  inEffect,
  readBefore,
  readContents,
  readJournal,
  removeEntry,
  writeEntry,
} from './journal.ts';
export {
  clearTemporary,
  deleteFile,
  type FileNow,
  keptOf,
  missingFolders,
  readFileNow,
  removeEmpty,
  replaceFile,
} from './replace-file.ts';
