import { expect, test } from 'vitest';
import { imageFactsExample } from '#testing/example-builds';
import { imageTag, shortRef } from './image-tag.ts';

test.each([
  ['shop', 'shop:v1.8.0', 'v1.8.0'],
  ['localhost:5000/shop', 'localhost:5000/shop:2', '2'],
  ['shop', 'shop@sha256:12', '@sha256:12'],
  ['shop', 'shop', null],
  ['other', 'shop:1', null],
])('of %s in %s: %s', (subject, ref, tag) => {
  expect(imageTag({ subject, image: imageFactsExample({ ref }) })).toBe(tag);
});

// Where it is null, the version of Go is shown.
test('a program has none', () => {
  expect(imageTag({ subject: 'shop', image: null })).toBeNull();
});

test.each([
  ['shop:1', 'shop:1'],
  ['localhost:5000/shop/server:2', 'server:2'],
  ['localhost:5000/shop', 'shop'],
])('%s is %s for short', (ref, short) => {
  expect(shortRef(ref)).toBe(short);
});
