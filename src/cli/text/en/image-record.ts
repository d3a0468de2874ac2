export const imageRecord = {
  summary: 'read an image, its files included, and add it to the history',
  image: 'an image of an engine, or the path of an archive or a folder',
  noFiles: 'record only what the engine tells, without reading the files',
  platform: 'of an image for several platforms, the one to read: linux/arm64',
  preparing: 'Waiting for the image (an engine prepares a large one for minutes)',
  reading: 'Reading the image',
  entries: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  already: (id: string) => `It was recorded before, as ${id}.`,
};
