import { expect, it } from 'vitest';
import { typedPath } from './typed-path.ts';

const linux = { cwd: '/work', home: '/home/gopher', os: 'linux' as const };

it.each([
  ['~', '/home/gopher'],
  ['~/dev/a', '/home/gopher/dev/a'],
  ['~/dev/../shop/', '/home/gopher/shop'],
  ['~other/dev', '/work/~other/dev'],
  ['./~', '/work/~'],
  ['dev/~/a', '/work/dev/~/a'],
  ['/srv/a/', '/srv/a'],
  ['shop', '/work/shop'],
])('%s is %s', (typed, path) => expect(typedPath(linux, typed)).toBe(path));
