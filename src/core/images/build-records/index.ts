export { isProvenanceType } from './build-history.ts';
export { type BuiltFrom, builtFrom } from './dockerfile-lines.ts';
export { type EngineBuild, engineBuild } from './engine-build.ts';
export { parseProvenance, type Provenance } from './provenance.ts';
export { Unreadable } from './unreadable.ts';
