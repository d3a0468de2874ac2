import type { ImageContents } from '#contract/image-contents';
import type { ImageMeasure } from '#contract/image-comparison';

const rows = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** `burrow image inspect` and `burrow image compare`. */
export const imageInspect = {
  help: {
    inspect: 'show the sizes, layers, files and Go programs of an image',
    compare: 'show what changed between two images, and why',
    image: 'a reference (shop:1), an archive or folder (./shop.tar), or a record (b1)',
    platform: 'the platform to read, of several: linux/arm64',
    files: 'also list the files',
    filter: 'list only these files: added, changed, wasted, large or go',
    layer: 'list only the files of the layer with this number',
    noRead: 'only what engines tell and what is recorded, without reading an image',
    markdown: 'print Markdown',
    csv: 'print a row for each file',
  },
  sizes: {
    compressedBytes: 'Compressed',
    fileBytes: 'Bytes of files',
    tarBytes: 'Layers as tar',
    engineReported: 'As the engine reports it',
  } satisfies Record<ImageMeasure, string>,
  /** Who counted a size. */
  told: (engine: string) => `as ${engine} tells it`,
  read: 'as Burrow read it',
  final: (files: string) => `${files} in the final file system`,
  wasted: (bytes: string) => `${bytes} stored and not seen`,
  platform: 'Platform',
  /** Of a Dockerfile. */
  target: 'Stage',
  otherPlatforms: (names: string) => `also there: ${names}`,
  distribution: 'Distribution',
  noDistribution: 'none',
  packages: (count: number) => rows(count, 'package', 'packages'),
  /** A database of packages. */
  unreadPackages: (path: string) => `${path} cannot be read, so packages may be missing`,
  user: 'User',
  root: 'root (none is set)',
  entrypoint: 'Entrypoint',
  command: 'Command',
  engine: 'Engine',
  digest: 'Configuration',
  recordedAs: 'Recorded as',
  layers: 'Layers',
  step: 'Step',
  dockerfile: 'Dockerfile',
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  /** In place of the bytes of a layer that does nothing else. */
  removes: (count: number) => `removes ${rows(count, 'file', 'files')}`,
  files: 'Files',
  mode: 'Mode',
  owner: 'Owner',
  layer: 'Layer',
  size: 'Size',
  unknownStep: 'a step that is not known',
  waste: 'Stored and not seen',
  stored: 'Stored by',
  hidden: 'Hidden by',
  programs: 'Go programs',
  build: (id: string, isChanged: boolean) =>
    isChanged ? `built as ${id}, changed since` : `the program of ${id}`,
  unreadProgram: {
    packed: 'packed by UPX, and not looked into',
    damaged: 'has marks of Go, and could not be read',
    'too-large': 'too large to look into',
  } satisfies Record<ImageContents['unreadPrograms'][number]['reason'], string>,
  secrets: 'Possible secrets',
  noSecrets: 'No secrets were found.',
  /** Of a secret. */
  stillThere: 'removed later, and still readable',
  inConfig: 'the configuration',
  how: { removed: 'removed', replaced: 'replaced', same: 'stored again' } satisfies Record<
    ImageContents['waste']['files'][number]['how'],
    string
  >,
  noFiles: 'No file fits.',
  isRecord: (id: string) => `This is the newest record of that name, ${id}.`,
  notRead: 'Its files were not read. Burrow reads them if an engine has the image, and without --no-read.',
  readBoth:
    'Their files were not compared, because one of them was not read. Without --no-read, Burrow reads those that an engine has.',
  programsDiffer: (a: string, b: string) => `What changed in the program: burrow compare ${a} ${b}`,
  filterUnknown: (filter: string) =>
    `--filter takes added, changed, wasted, large or go, and not "${filter}".`,
  layerUnknown: (layer: string, count: number) =>
    `--layer takes the number of a layer, 1 to ${count}, and not "${layer}".`,
};
