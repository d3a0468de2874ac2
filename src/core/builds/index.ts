export { isGitRefused } from './git/index.ts';
export { logOfBuilds } from './log.ts';
export { mainPackages } from './main-packages.ts';
export { nearestWith } from './module-folder.ts';
export { recordFile } from './record-file.ts';
export { type BuildRequest, runBuild } from './run.ts';
export { showBuild } from './show.ts';
