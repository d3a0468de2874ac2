import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkName } from './link-name.ts';

test.each([
  ['/home/me/shop', /^shop-[0-9a-f]{8}$/],
  ['/home/me/my shop (old)', /^my-shop-old--[0-9a-f]{8}$/],
  ['/home/me/.dotfiles', /^dotfiles-[0-9a-f]{8}$/],
  ['/home/me/商店', /^商店-[0-9a-f]{8}$/],
  ['/', /^root-[0-9a-f]{8}$/],
  [`/${'x'.repeat(300)}`, /^x{40}-[0-9a-f]{8}$/],
])('the link of %s', (folder, name) => {
  expect(linkName(folder)).toMatch(name);
});

test('two folders with the same name have different links', () => {
  expect(linkName('/a/server')).not.toBe(linkName('/b/server'));
});

test('the link of any folder is a single file name that is not hidden', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const link = linkName(`/home/me/${name}`);
      expect(link).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
      expect(Buffer.byteLength(link)).toBeLessThan(200);
    }),
  );
});
