export { mayHoldSecret } from './file-rules.ts';
export { findSecrets } from './find-secrets.ts';
