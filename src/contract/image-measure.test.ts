import { describe, expect, test } from 'vitest';
import { commonLayerMeasure, headline, layerMeasure } from './image-measure.ts';
import type { ImageFacts } from './images.ts';

const none: ImageFacts['sizes'] = {
  fileBytes: null,
  tarBytes: null,
  compressedBytes: null,
  engineReported: null,
};

function image(name: string, store: string, sizes: Partial<ImageFacts['sizes']>) {
  return {
    engine: { name, version: '1', store, endpoint: 'unix:///d.sock' },
    sizes: { ...none, ...sizes },
  };
}

const classic = image('docker', 'overlay2', { fileBytes: 10, engineReported: 10 });
const containerd = image('docker', 'overlayfs', { compressedBytes: 4, engineReported: 50 });
const severalPlatforms = image('docker', 'overlayfs', { engineReported: 90 });
const podman = image('podman', 'overlay', { tarBytes: 12, engineReported: 13 });
const podmanUnknown = image('podman', 'overlay', { engineReported: 13 });
const windows = image('docker', 'windowsfilter', { engineReported: 20 });
const other = image('Acme Engine', 'x', { engineReported: 30 });
const archive = image('archive', 'oci', { tarBytes: 12, compressedBytes: 4 });

test.each([
  ['a classic store', classic, 'fileBytes', { measure: 'fileBytes', bytes: 10 }],
  ['the containerd store', containerd, 'diskBytes', { measure: 'compressedBytes', bytes: 4 }],
  // The storage drivers of the classic stores are snapshotters of containerd, too.
  ['containerd with btrfs', image('docker', 'btrfs', { compressedBytes: 4 }), 'diskBytes', expect.anything()],
  ['no platform chosen', severalPlatforms, 'diskBytes', null],
  ['podman', podman, 'tarBytes', { measure: 'tarBytes', bytes: 12 }],
  ['podman, layers unknown', podmanUnknown, 'tarBytes', { measure: 'engineReported', bytes: 13 }],
  ['Docker on Windows', windows, null, { measure: 'engineReported', bytes: 20 }],
  ['another engine', other, null, { measure: 'engineReported', bytes: 30 }],
  ['an archive', archive, 'tarBytes', { measure: 'compressedBytes', bytes: 4 }],
  ['nothing told', image('docker', 'overlayfs', {}), 'diskBytes', null],
  ['nerdctl', image('containerd', 'overlayfs', { compressedBytes: 4 }), 'diskBytes', expect.anything()],
])('%s', (_name, facts, layers, head) => {
  expect(layerMeasure(facts)).toBe(layers);
  expect(headline(facts)).toEqual(head);
});

describe('layers of two images', () => {
  test.each([
    ['one store', classic, classic, 'fileBytes'],
    ['a classic store and containerd', classic, containerd, null],
    ['podman and an archive', podman, archive, 'tarBytes'],
    ['two unknown measures', windows, other, null],
  ])('%s', (_name, a, b, measure) => {
    expect(commonLayerMeasure(a, b)).toBe(measure);
    expect(commonLayerMeasure(b, a)).toBe(measure);
  });
});
