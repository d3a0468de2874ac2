export { unlessStalled } from './unless-stalled.ts';
export { connect, type Connection } from './connect.ts';
export { engineVersion } from './engine-version.ts';
export { chooseEngine } from './choice.ts';
export { listEngines } from './list-engines.ts';
export { type EngineState, probeEngine } from './probe.ts';
export * from './replies.ts';
export { engineOf, type Store, storeOf } from './store.ts';
