import { expect, it } from 'vitest';
import { imageFactsExample } from '#testing/example-builds';
import { imageContentsExample } from '#testing/example-image';
import { factsOfPlatform } from './facts-of-platform.ts';

it.each([['linux/amd64'], ['linux/amd64/v1']])(
  'what an engine told of %s is true of what was read',
  (platform) => {
    const read = imageContentsExample();
    const layers = read.layers.map(({ diffId }) => ({ diffId, createdBy: null, bytes: 1 }));
    for (const told of [
      imageFactsExample({ platform, layers }),
      imageFactsExample({ platform, layers: [] }),
    ]) {
      expect(factsOfPlatform(told, read)).toBe(told);
    }
  },
);

it('nothing that an engine told of an image that has the name since is', () => {
  const read = imageContentsExample();
  const layers = [{ diffId: 'sha256:other', createdBy: null, bytes: 1 }];
  const facts = factsOfPlatform(imageFactsExample({ layers, repoDigest: 'shop@sha256:other' }), read);
  expect(facts).toMatchObject({ id: read.configDigest, repoDigest: null, sizes: { fileBytes: null } });
  expect(facts.layers.map(({ diffId }) => diffId)).toEqual(read.layers.map(({ diffId }) => diffId));
});

it('nothing that an engine told of another platform is', () => {
  const read = imageContentsExample({ platform: 'linux/arm64' });
  const facts = factsOfPlatform(imageFactsExample(), read);
  expect(facts).toMatchObject({ ref: 'shop:1', id: read.configDigest, platform: 'linux/arm64' });
  expect(Object.values(facts.sizes)).toEqual([null, null, null, null]);
  expect(facts.layers.map(({ createdBy, bytes }) => [createdBy, bytes])).toEqual([
    ['RUN base', null],
    ['RUN app', null],
  ]);
});
