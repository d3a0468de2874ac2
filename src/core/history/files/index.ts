export { examine, isBrokenSchema, isSoundStructure } from './examine.ts';
export {
  clearSuspect,
  hasLog,
  historyBytes,
  isSuspect,
  keepAside,
  markSuspect,
  mustBeWritable,
  readHeader,
  removeDatabase,
  stamp,
  takePlace,
  writeHeader,
} from './files.ts';
export { applicationId, headerBytes, repairedHeader, schemaVersion } from './header.ts';
