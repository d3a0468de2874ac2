export { lookUp, parseChecksumDatabase } from './database.ts';
export { moduleHash } from './module-hash.ts';
export { trustedDatabase, verifierFor } from './verifier.ts';
