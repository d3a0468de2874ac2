import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageName, imagePath, isImageId } from './image-ref.ts';

/** Characters of refs, and characters that could change a path. */
const characters = ['a', '1', '.', ':', '@', '/', '_', '-', '?', '#', '%', ' ', '[', ']', '\\', '\n'];

describe('imagePath', () => {
  test.each([
    ['redis', 'redis'],
    ['shop/server:1.0', 'shop/server%3A1.0'],
    ['localhost:5000/shop/server:1.0', 'localhost%3A5000/shop/server%3A1.0'],
    ['[::1]:5000/shop', '%5B%3A%3A1%5D%3A5000/shop'],
    ['shop@sha256:abc', 'shop%40sha256%3Aabc'],
    ['sha256:0123abc', 'sha256%3A0123abc'],
  ])('%s', (ref, path) => {
    expect(imagePath(ref)).toBe(path);
  });

  test.each([
    '',
    '../containers/json',
    'a/../../info',
    'a/./b',
    '/etc',
    'a//b',
    'a/',
    'a?all=1',
    'a#b',
    'a\nb',
    'a b',
    'a%2e%2e',
    '\u540d',
    '-v',
    '.',
    'a\\b',
    'a'.repeat(513),
  ])('refuses %j', (ref) => {
    expect(() => imagePath(ref)).toThrow(expect.objectContaining({ code: 'image.ref-invalid' }));
  });

  test('an accepted ref stays below its folder and keeps its meaning', () => {
    assert(
      property(string({ unit: constantFrom(...characters) }), (ref) => {
        let path: string;
        try {
          path = imagePath(ref);
        } catch {
          return;
        }
        const url = new URL(`http://engine/images/${path}/json`);
        expect(url.search + url.hash).toBe('');
        expect(decodeURIComponent(url.pathname)).toBe(`/images/${ref}/json`);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['redis', 'redis'],
  ['redis:7', 'redis'],
  ['shop/server:1.0@sha256:abc', 'shop/server'],
  ['localhost:5000/shop', 'localhost:5000/shop'],
  ['localhost:5000/shop:1', 'localhost:5000/shop'],
])('the name in %s is %s', (ref, name) => {
  expect(imageName(ref)).toBe(name);
});

test.each([
  ['d1cb804b6207', true],
  [`sha256:${'a'.repeat(64)}`, true],
  ['redis', false],
  ['abc', false],
  ['d1cb804b6207:1', false],
])('%s is an id: %s', (ref, is) => {
  expect(isImageId(ref)).toBe(is);
});
