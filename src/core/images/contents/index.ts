export { type AppliedLayers, applyLayers, type FinalEntry } from './apply-layers.ts';
export type { LayerContent } from './layer-content.ts';
export { decodeEntries, decodeLayer, encodeLayer } from './layer-codec.ts';
export { wasteOf } from './waste.ts';
