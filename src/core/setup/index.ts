import '#contract/setup-failures';
export { isFirstStart, leaveSetup } from './first-start.ts';
export { previewStep, runStep, skipStep, undoStep } from './run.ts';
export { runAll } from './run-all.ts';
export type { Projects } from './scene.ts';
export { setupStatus } from './status.ts';
export { undoAll } from './undo.ts';
export { previewUndoAll } from './undo-plan.ts';
