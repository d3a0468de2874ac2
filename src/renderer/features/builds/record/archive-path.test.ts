import { expect, test } from 'vitest';
import { archivePath } from './archive-path.ts';

test.each<[typed: string, path: string | null]>([
  ['/srv/shop.tar', '/srv/shop.tar'],
  [' /srv/shop.tar\n', '/srv/shop.tar'],
  ['/srv/shop.tar#shop:1', '/srv/shop.tar#shop:1'],
  ['~', '~'],
  ['~/shop.tar', '~/shop.tar'],
  ['"/srv/my shop.tar"', '/srv/my shop.tar'],
  ["'/srv/my shop.tar'", '/srv/my shop.tar'],
  ['file:///srv/my%20shop.tar', '/srv/my shop.tar'],
  ['C:\\images\\shop.tar', 'C:\\images\\shop.tar'],
  ['file:///C:/images/shop.tar', 'C:/images/shop.tar'],
  ['\\\\server\\images\\shop.tar', '\\\\server\\images\\shop.tar'],
  ['shop.tar', null],
  ['./shop.tar', null],
  ['../shop.tar', null],
  ['images/shop.tar', null],
  ['~me/shop.tar', null],
  ['shop:1', null],
  ['C:shop.tar', null],
  ['file://%', null],
  ['"', null],
  ['', null],
])('%j', (typed, path) => {
  expect(archivePath(typed)).toBe(path);
});
