export { compareBuilds } from './compare-builds.ts';
export { htmlReport } from './report/index.ts';
