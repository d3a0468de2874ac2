export { enterDynamicSymbols, enterSymbols } from './enter-symbols.ts';
export { namesAt } from './names-at.ts';
export { linker } from './symbol-owners.ts';
