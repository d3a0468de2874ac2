export { type DataOwner, enterLoaded } from './enter-loaded.ts';
