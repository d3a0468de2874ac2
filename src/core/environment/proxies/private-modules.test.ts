import { describe, expect, it } from 'vitest';
import { notPrivate, privateHost } from './private-modules.ts';
import { fetchedBy } from './required-modules.ts';

describe('a host of a private network', () => {
  it.each([
    ['git.corp/a', 'git.corp'],
    ['git.shop.internal/a/b', 'git.shop.internal'],
    ['Build.LAN/x', 'build.lan'],
    ['nas.home.arpa/x', 'nas.home.arpa'],
    ['10.0.0.7/x', '10.0.0.7'],
    ['172.31.0.1/x', '172.31.0.1'],
    ['127.0.0.1/x', '127.0.0.1'],
    ['172.32.0.1/x', null],
    ['github.com/corp/x', null],
    ['corp.example.com/x', null],
    ['local/x', null],
    ['git.mycorp/x', null],
  ])('%s: %s', (module, host) => expect(privateHost(module)).toBe(host));
});

const variables = {
  GOPROXY: 'https://goproxy.cn,direct',
  GOSUMDB: 'sum.golang.org',
  GOPRIVATE: '',
  GONOPROXY: '',
  GONOSUMDB: '',
  GOINSECURE: '',
};
const both = (GOPRIVATE: string) => ({ GOPRIVATE, GONOPROXY: GOPRIVATE, GONOSUMDB: GOPRIVATE });

describe('a module of an intranet', () => {
  it.each([
    [['git.corp/a', 'git.corp/b', 'rsc.io/quote'], {}, true, 'GOPRIVATE=git.corp'],
    [['git.corp/a', 'x.lan/b'], both('*.shop.example,'), true, 'GOPRIVATE=*.shop.example,git.corp,x.lan'],
    [['git.corp/a'], both('git.corp'), true, null],
    [['git.corp/a'], both('*.corp'), true, null],
    [['rsc.io/quote'], {}, true, null],
    [['git.corp/a'], { GOSUMDB: 'off' }, true, null],
    [['git.corp/a'], { GOSUMDB: 'sum.golang.google.cn' }, true, 'GOPRIVATE=git.corp'],
    [
      ['git.corp/a'],
      { GOSUMDB: 'sum.corp+b5a7f5ab+AauEe2Mxa5KzKyGdnYVZlM6CS3HKJbWjSMnvPXMo5ZRV' },
      true,
      null,
    ],
    // GONOSUMDB no longer follows GOPRIVATE.
    [['git.corp/a'], { ...both('git.corp'), GONOSUMDB: 'x.lan' }, true, 'GONOSUMDB=x.lan,git.corp'],
    // Someone's own proxy may have it.
    [['git.corp/a'], { GOPROXY: 'https://athens.corp' }, false, 'GONOSUMDB=git.corp'],
  ] as const)('%j with %j', (modules, changed, isPublic, right) => {
    const found = notPrivate(modules, { ...variables, ...changed }, isPublic);
    expect(found && `${found.name}=${found.right}`).toBe(right);
  });
});

it('reads what a go.mod has Go fetch', () => {
  const text = `module git.corp/shop // its own
go 1.22
require git.corp/a v1.0.0
require (
	"git.corp/b" v1.2.0 // indirect
	git.corp/local v0.0.0
	rsc.io/quote v1.5.2
)
require(
	git.corp/c v1.0.0
)
replace git.corp/local => ../local
replace (
	rsc.io/quote v1.5.2 => git.corp/quote v1.5.3
)
exclude git.corp/d v1.0.0
`;
  expect(fetchedBy(text)).toEqual(['git.corp/a', 'git.corp/b', 'git.corp/quote', 'git.corp/c']);
});
