import { expect, it } from 'vitest';
import { modulePathOf, routeOf } from './route.ts';

const variables = {
  GOPROXY: 'https://user:secret@goproxy.corp.example,direct',
  GOSUMDB: 'sum.golang.org',
  GOPRIVATE: 'git.corp.example/*',
  GONOPROXY: 'git.corp.example/*',
  GONOSUMDB: 'git.corp.example/*',
  GOINSECURE: '',
};
const asked = ['https://***@goproxy.corp.example', 'direct'];

it.each([
  ['rsc.io/quote', {}, { proxies: asked, database: 'sum.golang.org', excluded: null, unchecked: null }],
  [
    'git.corp.example/shop/api',
    {},
    {
      proxies: ['direct'],
      database: null,
      excluded: { name: 'GOPRIVATE', pattern: 'git.corp.example/*' },
      unchecked: { name: 'GOPRIVATE', pattern: 'git.corp.example/*' },
    },
  ],
  ['git.corp.example/shop/api', { GONOPROXY: 'none' }, { proxies: asked, database: null, excluded: null }],
  ['rsc.io/quote', { GOSUMDB: 'off' }, { database: null, unchecked: { name: 'GOSUMDB', pattern: 'off' } }],
  ['rsc.io/quote', { GOINSECURE: 'rsc.io' }, { insecure: true }],
])('%s, with %j', (module, changed, expected) => {
  const { proxies, ...rest } = routeOf(module, { ...variables, ...changed });
  expect({ ...rest, proxies: proxies.map(({ url }) => url) }).toMatchObject(expected);
});

it.each([
  ['github.com/a/b', 'github.com/a/b'],
  ['https://github.com/a/b/', 'github.com/a/b'],
  ['rsc.io/quote@v1.5.2', 'rsc.io/quote'],
  [' gopkg.in/yaml.v3 ', 'gopkg.in/yaml.v3'],
])('%s is the module %s', (given, path) => expect(modulePathOf(given)).toBe(path));

it.each(['', '@v1.0.0', 'a b', '../x', '/x', 'a//b', 'a/\u{1b}[31m'])('%j is no module', (given) => {
  expect(() => modulePathOf(given)).toThrow(expect.objectContaining({ code: 'proxy.no-path' }));
});
