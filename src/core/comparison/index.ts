export { compareBuilds } from './compare-builds.ts';
export { compareSeen } from './compare-seen.ts';
export { htmlReport } from './report/index.ts';
