/**
 * What an entry of a layer is. A `whiteout` removes what the layers below have at its path; an `opaque` one removes all
 * that they have in the folder at its path (github.com/opencontainers/image-spec, layer.md).
 */
export const imageEntryKinds = [
  'file',
  'directory',
  'symlink',
  'hardlink',
  'device',
  'fifo',
  'whiteout',
  'opaque',
] as const;
export type ImageEntryKind = (typeof imageEntryKinds)[number];
