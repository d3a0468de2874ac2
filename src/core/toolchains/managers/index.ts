export { adoptToolchain, forgetToolchain } from './adopt.ts';
export { readDlCommand } from './dl-command.ts';
export { discoverToolchains } from './discover.ts';
export { goneToolchains, replacementOf } from './gone.ts';
export { ownerCommand, profileMarks } from './known/index.ts';
export { takeOver } from './take-over.ts';
