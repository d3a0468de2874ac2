export { isGitRefused } from './refused.ts';
export { gitOf } from './run-git.ts';
export { importsAt } from './imports.ts';
export { logBetween } from './log.ts';
export { isDirty } from './dirty.ts';
export { gitEnvironment, harmless, noBareRepository, type Setting } from './settings.ts';
export { tagOf } from './tag.ts';
export { surveyOf } from './survey.ts';
