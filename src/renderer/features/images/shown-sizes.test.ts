import { expect, test } from 'vitest';
import type { ImageSizes } from '#contract/images';
import { shownSizes } from './shown-sizes.ts';

const noSizes: ImageSizes = { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported: null };
const sizes = { fileBytes: 100, tarBytes: 120, compressedBytes: 40 };

function engine(name: string, store: string) {
  return { name, version: '28.5.1', store, endpoint: 'unix:///run/docker.sock' };
}

test('the told size leads; what the engine prints is not said twice', () => {
  const image = {
    engine: engine('docker', 'overlay2'),
    sizes: { ...noSizes, fileBytes: 101, engineReported: 101 },
  };
  expect(shownSizes(image, null)).toEqual({
    leading: { measure: 'fileBytes', bytes: 101 },
    told: [],
    read: [],
  });
});

test('of a containerd store, what the engine prints is another thing', () => {
  const image = {
    engine: engine('docker', 'overlayfs'),
    sizes: { ...noSizes, compressedBytes: 40, engineReported: 166 },
  };
  expect(shownSizes(image, { sizes })).toEqual({
    leading: { measure: 'compressedBytes', bytes: 40 },
    told: [{ measure: 'engineReported', bytes: 166 }],
    read: [
      { measure: 'compressedBytes', bytes: 40 },
      { measure: 'fileBytes', bytes: 100 },
      { measure: 'tarBytes', bytes: 120 },
    ],
  });
});

test('a size that was read leads if none is told', () => {
  const image = { engine: engine('docker', 'overlayfs'), sizes: { ...noSizes, engineReported: 166 } };
  expect(shownSizes(image, { sizes })).toMatchObject({
    leading: { measure: 'compressedBytes', bytes: 40 },
    read: [{ measure: 'fileBytes' }, { measure: 'tarBytes' }],
  });
  expect(shownSizes(image, null)).toMatchObject({ leading: null, read: [] });
});

test('sizes of an archive are those that were read', () => {
  const image = {
    engine: engine('archive', 'oci'),
    sizes: { ...noSizes, tarBytes: 120, compressedBytes: 40 },
  };
  expect(shownSizes(image, { sizes })).toMatchObject({
    leading: { measure: 'compressedBytes', bytes: 40 },
    told: [],
  });
});
