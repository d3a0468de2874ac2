export { readBuildId } from './build-id.ts';
export { readBuildInfo } from './build-info.ts';
export { goFields } from './go-fields.ts';
export { type GoIdentity, readGoIdentity, releaseOf } from './go-identity.ts';
export { maskSettings } from './mask-settings.ts';
export { type BuildFacts, parseModuleLines } from './module-lines.ts';
export { goTarget } from './target.ts';
