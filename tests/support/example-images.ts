import { createHash } from 'node:crypto';
import type { ImageContents } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import type { ImageFacts } from '#contract/images';
import { applyLayers, type LayerContent } from '#core/images';
import { wasteOf } from '#core/images/contents';
import { imageFactsExample } from './example-builds.ts';
import { shortLayer } from './image-layers.ts';

/** A layer as a test writes it: its step, and its entries in short. */
export type LayerText = readonly [step: string, ...entries: string[]];

/** What Burrow reads in an image of these layers; `change` replaces some of it. */
export function readImageExample(layers: readonly LayerText[], change: Partial<ImageContents> = {}) {
  const contents = layers.map(([, ...entries]) => shortLayer(...entries));
  const applied = applyLayers(contents);
  const layersRead = contents.map((content, index) => readLayer(content, layers[index]?.[0] ?? ''));
  const sum = (of: (layer: ImageContents['layers'][number]) => number) =>
    layersRead.reduce((total, layer) => total + of(layer), 0);
  const read: ImageContents = {
    source: 'shop:1',
    configDigest: digest(JSON.stringify([layers, change])),
    platform: 'linux/amd64',
    otherPlatforms: [],
    createdAt: null,
    names: [],
    sizes: {
      fileBytes: sum(({ fileBytes }) => fileBytes),
      tarBytes: sum(({ tarBytes }) => tarBytes),
      compressedBytes: null,
    },
    layers: layersRead,
    config: { user: '', workingDir: '', entrypoint: [], cmd: [], env: [], labels: {}, exposedPorts: [] },
    distribution: null,
    packages: [],
    programs: [],
    unreadPackages: [],
    unreadPrograms: [],
    waste: wasteOf(contents, applied),
    secrets: [],
    finalFiles: applied.files,
    finalBytes: applied.bytes,
    ...change,
  };
  const entries = new Map(layersRead.map(({ diffId }, index) => [diffId, contents[index] as LayerContent]));
  return { told: null as ImageFacts | null, contents: read, entries };
}

/** What an engine tells of an image of these layers and bytes. */
export function toldImageExample(
  layers: readonly (readonly [diffId: string, createdBy: string | null, bytes: number | null])[],
  change: Partial<ImageFacts> = {},
) {
  const told = imageFactsExample({
    layers: layers.map(([diffId, createdBy, bytes]) => ({ diffId, createdBy, bytes })),
    ...change,
  });
  return { told, contents: null, entries: new Map<string, LayerContent>() };
}

function readLayer(content: LayerContent, step: string): ImageContents['layers'][number] {
  const fileBytes = content.bytes.reduce((sum, each) => sum + each, 0);
  return {
    diffId: digest(JSON.stringify({ ...content, hashes: [...content.hashes] })),
    digest: null,
    compression: 'none',
    step: step === '' ? null : readStep(step),
    added: 0,
    changed: 0,
    removed: 0,
    files: content.bytes.length,
    fileBytes,
    tarBytes: fileBytes + 512 * content.paths.length,
    compressedBytes: null,
  };
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
