export { applyPlan } from './apply.ts';
export { changeFile, type EditText, previewFile } from './change-file.ts';
export { commentOut, wholeLines } from './editing/index.ts';
export { listFindings, type ManagerMark, previewTurnOff, turnOff } from './findings/index.ts';
export { profileFiles, snippetsIn, syntaxOf } from './files.ts';
export { pathEntries } from './path-entries.ts';
export { planShells } from './plan.ts';
export { profileJournal, shellStatus } from './status.ts';
export { undoChanges } from './undo.ts';
