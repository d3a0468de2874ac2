export { enterDynamicSymbols, enterSymbols } from './enter-symbols.ts';
export { linker } from './symbol-owners.ts';
