import { expect, test } from 'vitest';
import { type FileSearch, readShown, type ShownFiles, writeShown } from './shown-files.ts';

const nothing: ShownFiles = { filter: 'all', layer: null, search: '', order: 'size', active: null };

test.each<[FileSearch, Partial<ShownFiles>]>([
  [{}, {}],
  [{ show: 'wasted' }, { filter: 'wasted' }],
  [
    { show: 'here', step: 3 },
    { filter: 'here', layer: 2 },
  ],
  [
    { step: 1, sort: 'name' },
    { layer: 0, order: 'name' },
  ],
  [
    { q: 'bin/', at: 'usr/local/bin/server' },
    { search: 'bin/', active: 'usr/local/bin/server' },
  ],
])('%j', (search, shown) => {
  expect(readShown(search, 3)).toEqual({ ...nothing, ...shown });
  expect(writeShown(readShown(search, 3))).toEqual(search);
});

test.each<[FileSearch, Partial<ShownFiles>]>([
  [{ show: 'nothing', sort: 'date' }, {}],
  [{ show: 'here' }, {}],
  [{ show: 'here', step: 4 }, {}],
  [{ step: 0 }, {}],
  [{ step: 1.5 }, {}],
  [{ step: -1 }, {}],
  [{ q: ` ${'x'.repeat(400)}` }, { search: 'x'.repeat(300) }],
  [{ at: '/etc/passwd' }, { active: 'etc/passwd' }],
  [{ at: '/' }, {}],
])('of %j, written by hand, what makes sense remains', (search, shown) => {
  expect(readShown(search, 3)).toEqual({ ...nothing, ...shown });
});
