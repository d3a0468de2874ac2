export { type CallGraph, readCallGraph } from './call-graph.ts';
export { type DataOwner, enterLoaded } from './enter-loaded.ts';
