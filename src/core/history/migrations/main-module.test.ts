import { expect, it } from 'vitest';
import { mainModuleOf } from './main-module.ts';

it.each([
  ['one package below internal', ['github.com/a/tool/internal/x'], [], 'github.com/a/tool'],
  [
    'a major version',
    ['github.com/a/tool/v2/cmd', 'github.com/a/tool/v2/internal/x'],
    [],
    'github.com/a/tool/v2',
  ],
  [
    'packages that have more in common than the module',
    ['github.com/a/tool/x/y', 'github.com/a/tool/x/z'],
    [],
    'github.com/a/tool',
  ],
  ['a module of another host', ['example.com/shop/catalog', 'example.com/shop/till'], [], 'example.com/shop'],
  [
    'packages of other modules',
    ['example.com/shop/pkg/a', 'github.com/a/b/c'],
    ['github.com/a/b'],
    'example.com/shop',
  ],
  [
    'a module whose path only begins alike',
    ['example.com/shop/pkg/a'],
    ['example.com/sho'],
    'example.com/shop',
  ],
  [
    'none of its own',
    ['main', 'runtime', 'net/http', 'vendor/golang.org/x/net/dns', '(C) a.c', '(generated)'],
    [],
    null,
  ],
  ['nothing in common', ['example.com/a', 'example.org/b'], [], null],
  ['only the host in common', ['github.com/a/b', 'github.com/c/d'], [], null],
  ['only the owner in common', ['github.com/a/b', 'github.com/a/d'], [], null],
])('%s', (_name, packages, modules, path) => {
  expect(mainModuleOf(packages, modules)).toBe(path);
});
