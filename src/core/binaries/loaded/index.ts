export { enterLoaded } from './enter-loaded.ts';
