import { expect, test } from 'vitest';
import { whatDropped } from './dropped.ts';

const inElectron = ({ name }: { name: string }) => `/dist/${name}`;
const named = (...names: string[]) => names.map((name) => ({ name }));

test.each([
  ['server', { kind: 'program', path: '/dist/server' }],
  ['server.exe', { kind: 'program', path: '/dist/server.exe' }],
  ['tar', { kind: 'program', path: '/dist/tar' }],
  ['server.tar.d', { kind: 'program', path: '/dist/server.tar.d' }],
  ['image.tar', { kind: 'archive', path: '/dist/image.tar' }],
  ['image.TGZ', { kind: 'archive', path: '/dist/image.TGZ' }],
  ['go1.26.1.linux-amd64.tar.gz', { kind: 'release', fileName: 'go1.26.1.linux-amd64.tar.gz' }],
  ['go1.27rc1.windows-arm64.zip', { kind: 'release', fileName: 'go1.27rc1.windows-arm64.zip' }],
  ['go-service.tar.gz', { kind: 'archive', path: '/dist/go-service.tar.gz' }],
  ['image.tar.zst', { kind: 'archive', path: '/dist/image.tar.zst' }],
])('%s', (name, dropped) => {
  expect(whatDropped(named(name), inElectron)).toEqual(dropped);
});

test('a browser does not know the path, and a script’s file has none', () => {
  const unplaced = { kind: 'unplaced', fileName: 'server' };
  expect(whatDropped(named('server'), null)).toEqual(unplaced);
  expect(whatDropped(named('image.tar'), null)).toEqual({ kind: 'archive', fileName: 'image.tar' });
  expect(whatDropped(named('server'), () => '')).toEqual(unplaced);
});

test('one at a time', () => {
  expect(whatDropped(named('a', 'b'), inElectron)).toEqual({ kind: 'several' });
  expect(whatDropped(named('a.tar', 'b.tar'), null)).toEqual({ kind: 'archives' });
  expect(whatDropped([], inElectron)).toBeNull();
});
