import { expect, test } from 'vitest';
import type { FileChange } from '#contract/image-comparison';
import { byteChange, type ChangeFilter, listedChanges } from './file-changes.ts';

function change(path: string, how: FileChange['how'], from: string | null = null): FileChange {
  return { path, how, from, a: 1, b: 3, layerA: 0, layerB: 0, metadata: [] };
}

const rows = [
  change('/usr/local/bin/server', 'changed'),
  change('/etc/motd', 'added'),
  change('/opt/README', 'moved', '/srv/Readme'),
];

test.each<[ChangeFilter, string, string[]]>([
  ['all', '', ['/usr/local/bin/server', '/etc/motd', '/opt/README']],
  ['added', '', ['/etc/motd']],
  ['all', ' SERVER', ['/usr/local/bin/server']],
  ['moved', '/srv/', ['/opt/README']],
  ['removed', '', []],
  ['added', 'server', []],
])('%s %j', (filter, search, expected) => {
  expect(listedChanges(rows, filter, search).map(({ path }) => path)).toEqual(expected);
});

test('a file that a side does not have counts as 0 there', () => {
  expect(byteChange({ a: 5, b: 3 })).toBe(-2);
  expect(byteChange({ a: null, b: 3 })).toBe(3);
  expect(byteChange({ a: 4, b: null })).toBe(-4);
});
