export type { LayerContent } from './layer-content.ts';
export { decodeLayer, encodeLayer } from './layer-codec.ts';
