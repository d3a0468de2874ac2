export { embeddedSets, listEmbedded } from './embedded.ts';
