export { compareBuilds } from './compare-builds.ts';
