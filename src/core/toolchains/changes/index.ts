// What changes which toolchains are here. core/switching alone imports this face: it passes these on so that shims,
// launchers and editors' links follow every change, and everyone else calls them there.
export { installToolchain } from '../install/index.ts';
export { removeToolchain } from '../inventory/index.ts';
export { adoptToolchain, forgetToolchain, takeOver } from '../managers/index.ts';
export { pruneThese, verifyToolchains } from '../upkeep/index.ts';
