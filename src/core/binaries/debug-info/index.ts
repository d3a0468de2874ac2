export { enterCCode } from './c-code.ts';
export { unitRanges } from './dwarf-units.ts';
