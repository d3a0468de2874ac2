import { expect, it } from 'vitest';
import { pathFolders } from './on-path.ts';

it.each([
  [undefined, []],
  ['', []],
  ['/a:/b', ['/a', '/b']],
  ['/a/:/b//c:/a', ['/a', '/b/c']],
  [':relative:./x:/a:', ['/a']],
])('PATH=%s has the folders %j', (PATH, folders) => {
  expect(pathFolders({ PATH })).toEqual(folders);
});
