export { enterCCode } from './c-code.ts';
export { enterDebugInfo } from './enter-debug-info.ts';
export { unitRanges } from './dwarf-units.ts';
