export { type EmbeddedSet, embeddedSets, listEmbedded } from './embedded.ts';
