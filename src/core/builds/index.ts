export { isGitRefused } from './git/index.ts';
export { mainPackages } from './main-packages.ts';
export { nearestWith } from './module-folder.ts';
export { buildPair } from './named-build.ts';
export { mustBeFolder } from './plan.ts';
export { fileAsBuild, recordFile } from './record-file.ts';
export { type BuildRequest, runBuild } from './run.ts';
export { showBuild } from './show.ts';
export { lastTag } from './vcs.ts';
