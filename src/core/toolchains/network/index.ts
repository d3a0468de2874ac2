export { readAddress } from './address.ts';
export { ask } from './ask.ts';
export { isMissing, isSourceFailure, problemOf } from './failures.ts';
export { netrcHeaders } from './netrc.ts';
