export const image = {
  help: {
    summary: 'container images',
    list: 'list the images of the container engine',
    inspect: 'show the sizes and layers of an image',
    compare: 'show what changed between two recorded images',
  },
  ref: 'Image',
  id: 'Id',
  created: 'Created',
  size: 'Size',
  sizeAs: (what: string) => `Size (${what.toLowerCase()})`,
  platform: 'Platform',
  engine: 'Engine',
  layers: 'Layers',
  notTold: 'not reported by this engine',
  empty: 'The engine has no images.',
  sizes: {
    fileBytes: 'Bytes of its files',
    tarBytes: 'Layers as tar',
    compressedBytes: 'Compressed',
    engineReported: 'As the engine reports it',
  } satisfies Record<'fileBytes' | 'tarBytes' | 'compressedBytes' | 'engineReported', string>,
};
