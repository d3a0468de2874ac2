export { moduleHash } from './module-hash.ts';
export { trustedDatabase, verifierFor } from './verifier.ts';
