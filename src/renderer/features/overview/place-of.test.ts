import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

it.each([
  ['/home/me/dev/shop/go.mod', 'go.mod'],
  ['/home/me/dev/.go-version', '~/dev/.go-version'],
  ['/home/me/dev/shop-api/go.mod', '~/dev/shop-api/go.mod'],
  ['/home/me/dev/shop/sub/go.mod', '~/dev/shop/sub/go.mod'],
  ['/usr/local/go/bin/go', '/usr/local/go/bin/go'],
])('%s is at %s', (file, place) => {
  expect(placeOf(file, '/home/me/dev/shop', '/home/me')).toBe(place);
});

it('handles Windows paths', () => {
  expect(placeOf('C:\\dev\\shop\\go.mod', 'C:\\dev\\shop', undefined)).toBe('go.mod');
});
