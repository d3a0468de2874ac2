// Everything that changes the set of toolchains. Only core/switching imports this: it wraps these functions so that
// shims, launchers and editor links follow every change, and all other code calls the wrappers.
export { installToolchain } from '../install/index.ts';
export { removeToolchain } from '../inventory/index.ts';
export { adoptToolchain, forgetToolchain, takeOver } from '../managers/index.ts';
export { pruneThese, verifyToolchains } from '../upkeep/index.ts';
