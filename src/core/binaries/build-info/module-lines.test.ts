import { expect, it } from 'vitest';
import { parseModuleLines } from './module-lines.ts';

it('parses what go version -m shows', () => {
  const lines = [
    'path\texample.com/shop/cmd/server',
    'mod\texample.com/shop\tv1.4.0+dirty\t',
    'dep\tgithub.com/gin-gonic/gin\tv1.10.0\th1:gin=',
    'dep\texample.com/dep\tv1.0.0',
    '=>\t../dep\t(devel)\t',
    'dep\texample.com/fork\tv1.0.0',
    '=>\texample.com/other\tv1.1.0\th1:other=',
    'build\t-compiler=gc',
    'build\t-ldflags="-s -w -X main.v=1"',
    'build\tCGO_ENABLED=0',
    'build\t"odd key"=`a b`',
    'build\tvcs.modified=true',
    '',
  ].join('\n');
  expect(parseModuleLines(lines)).toEqual({
    mainPackage: 'example.com/shop/cmd/server',
    mainModule: { path: 'example.com/shop', version: 'v1.4.0+dirty', sum: null, replacedBy: null },
    modules: [
      { path: 'github.com/gin-gonic/gin', version: 'v1.10.0', sum: 'h1:gin=', replacedBy: null },
      {
        path: 'example.com/dep',
        version: 'v1.0.0',
        sum: null,
        replacedBy: { path: '../dep', version: '(devel)' },
      },
      {
        path: 'example.com/fork',
        version: 'v1.0.0',
        sum: 'h1:other=',
        replacedBy: { path: 'example.com/other', version: 'v1.1.0' },
      },
    ],
    settings: [
      { key: '-compiler', value: 'gc' },
      { key: '-ldflags', value: '-s -w -X main.v=1' },
      { key: 'CGO_ENABLED', value: '0' },
      { key: 'odd key', value: 'a b' },
      { key: 'vcs.modified', value: 'true' },
    ],
  });
});

it('finds nothing in a program built without modules, or in unknown lines', () => {
  const nothing = { mainPackage: '', mainModule: null, modules: [], settings: [] };
  expect(parseModuleLines('')).toEqual(nothing);
  expect(parseModuleLines('=>\tx\tv1\nfuture\tthing\nbuild\tnokey\nbuild\t=novalue\nnotab')).toEqual(nothing);
});
