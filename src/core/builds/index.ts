export { mainPackages } from './main-packages.ts';
export { recordFile } from './record-file.ts';
export { type BuildRequest, runBuild } from './run.ts';
