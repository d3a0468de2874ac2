export { builtFrom } from './dockerfile-lines.ts';
export { type EngineBuild, engineBuild } from './engine-build.ts';
