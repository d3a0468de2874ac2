export { toolFolders } from './folders.ts';
export { listTools, summarizeTools } from './list.ts';
export { planRebuild } from './plan.ts';
export { rebuildTools } from './rebuild.ts';
