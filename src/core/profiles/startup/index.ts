export { type Profile, profilesOf, shellsHere } from './profiles-of.ts';
