export { isGitRefused } from './git/index.ts';
export { mainPackages } from './main-packages.ts';
export { effectiveFlags, parseGoflags } from './arguments.ts';
export { artifactOf } from './artifact.ts';
export { asksGit } from './buildvcs.ts';
export { moduleFolder, nearestWith } from './module-folder.ts';
export { mustBeFileWhereGoReads, mustBeFolder } from './plan.ts';
export { programFacts, recordFile } from './record-file.ts';
export { type BuildRequest, runBuild } from './run.ts';
