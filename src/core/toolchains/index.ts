export { adoptToolchain, forgetToolchain } from './adopt.ts';
export { availableReleases } from './available.ts';
export { discoverToolchains } from './discover.ts';
export { readGoroot } from './found-go.ts';
export { sourceNeeds } from './from-source/plan-source.ts';
export { goSetting } from './go-settings.ts';
export { installToolchain } from './install.ts';
export { installedVersions } from './installed.ts';
export { inventory, listToolchains } from './inventory.ts';
export { knownSupport } from './known-support.ts';
export {
  choosePinned,
  firstWords,
  meetsPin,
  type Pin,
  readPin,
  readVersion,
  type WrittenVersion,
} from './pins.ts';
export { proxyIsOff } from './module-settings.ts';
export { ownerCommand } from './owner-command.ts';
export { namedToolchain, removeToolchain } from './remove.ts';
export { takeOver } from './take-over.ts';
export { isNativeOnOffer, runsAs } from './targets.ts';
export { compareVersions, isPrerelease, minorOf, parseVersion } from './versions.ts';
export { planPrune, pruneThese } from './upkeep/prune.ts';
export { updatesFor } from './upkeep/updates.ts';
export { smokeTest } from './upkeep/smoke.ts';
export { verifyToolchains } from './upkeep/verify.ts';
