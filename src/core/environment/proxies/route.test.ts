import { expect, it } from 'vitest';
import { routeOf } from './route.ts';

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
