import { expect, test } from 'vitest';
import { uiFile } from './ui-files.ts';

test.each([
  ['/', '/ui/index.html', false],
  ['/builds/b12', '/ui/index.html', false],
  ['/icon.svg', '/ui/icon.svg', false],
  ['/assets/index-abc.js', '/ui/assets/index-abc.js', true],
  ['/assets/%E5%9B%BE.png', '/ui/assets/图.png', true],
  ['//assets/index.js', '/ui/assets/index.js', true],
])('%s is %s', (urlPath, path, hashed) => {
  expect(uiFile('/ui', urlPath)).toMatchObject({ path, hashed });
});

test.each([
  '/../x.js',
  '/a/../../x.js',
  '/%2e%2e/x.js',
  '/..%2fx.js',
  '/..\\x.js',
  '/x%00.js',
  '/%.js',
  'x.js',
])('%s is no file of the UI', (urlPath) => {
  expect(uiFile('/ui', urlPath)).toBeNull();
});
