export { compareShells } from './consistency.ts';
export { whereGoRuns } from './where-go-runs.ts';
export { goIn } from './which-go.ts';
