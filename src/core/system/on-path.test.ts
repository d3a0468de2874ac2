import { expect, it } from 'vitest';
import { pathFolders, withAbsolutePath } from './on-path.ts';

it.each([
  [undefined, []],
  ['', []],
  ['/a:/b', ['/a', '/b']],
  ['/a/:/b//c:/a', ['/a', '/b/c']],
  [':relative:./x:/a:', ['/a']],
])('PATH=%s has the folders %j', (PATH, folders) => {
  expect(pathFolders({ PATH })).toEqual(folders);
});

it.each([
  ['/a:/b', '/a:/b'],
  ['/b:/a:/b', '/b:/a:/b'],
  [':/a', '/a'],
  ['/a:', '/a'],
  ['/a::/b', '/a:/b'],
  ['.:./bin:bin:../bin:~/bin:/a', '/a'],
  ['.', '/usr/bin:/bin'],
  ['', '/usr/bin:/bin'],
])('programs get PATH=%s as %s', (PATH, expected) => {
  expect(withAbsolutePath({ PATH, A: 'b' })).toEqual({ PATH: expected, A: 'b' });
});

it('without PATH, programs get none', () => {
  expect(withAbsolutePath({ A: 'b' })).toEqual({ A: 'b' });
});
