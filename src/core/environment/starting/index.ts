export { askShell } from './ask.ts';
export { answerFolder } from './folder.ts';
export { freshEnvironment } from './fresh.ts';
export { startArguments, type StartMode } from './modes.ts';
export type { ShellAnswer } from './question.ts';
export { runUntil } from './run-until.ts';
export { seeStarts, type SeenStart } from './see-starts.ts';
export { knownShell, shellNames } from './shells.ts';
