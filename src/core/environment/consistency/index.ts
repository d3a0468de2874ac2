export { compareShells } from './consistency.ts';
export { whereGoRuns } from './where-go-runs.ts';
