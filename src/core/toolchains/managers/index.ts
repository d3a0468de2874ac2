export { adoptToolchain, forgetToolchain } from './adopt.ts';
export { discoverToolchains } from './discover.ts';
export { type GoneToolchain, goneToolchains, replacementOf } from './gone.ts';
export { ownerCommand } from './owner-command.ts';
export { takeOver } from './take-over.ts';
