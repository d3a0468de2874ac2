import { expect, it } from 'vitest';
import { typedPath } from './typed-path.ts';

const linux = { cwd: '/srv', home: '/home/gopher', os: 'linux' as const };

it.each([
  ['~', '/home/gopher'],
  ['~/dev/a', '/home/gopher/dev/a'],
  ['~/dev/../shop/', '/home/gopher/shop'],
  ['~other/dev', '/srv/~other/dev'],
  ['./~', '/srv/~'],
  ['dev/~/a', '/srv/dev/~/a'],
  ['/srv/a/', '/srv/a'],
  ['shop', '/srv/shop'],
])('%s is %s', (typed, path) => expect(typedPath(linux, typed)).toBe(path));
