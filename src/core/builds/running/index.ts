export { BuildRuns } from './build-runs.ts';
