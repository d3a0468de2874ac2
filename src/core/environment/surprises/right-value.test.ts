import { expect, it } from 'vitest';
import { rightValue } from './right-value.ts';

it.each([
  ['GOTOOLCHAIN', '1.22.5', 'go1.22.5'],
  ['GOTOOLCHAIN', 'latest', null],
  ['GOPATH', '~/go', '/home/me/go'],
  ['GOPATH', '/a:~/b', '/a:/home/me/b'],
  ['GOPATH', '~you/go', null],
  ['GOBIN', '~/bin', '/home/me/bin'],
  ['GOBIN', 'bin', null],
  ['GOFLAGS', '-ldflags=-s -w', "'-ldflags=-s -w'"],
  ['GOFLAGS', "-ldflags='-s -w'", "'-ldflags=-s -w'"],
  [
    'GOFLAGS',
    '-mod=mod -ldflags=-s -w -X main.v=1 -trimpath',
    "-mod=mod '-ldflags=-s -w -X main.v=1' -trimpath",
  ],
  ['GOFLAGS', 'mod=mod', null],
  ['GOFLAGS', "'-a", null],
  ['CGO_ENABLED', 'off', '0'],
  ['CGO_ENABLED', 'true', '1'],
  ['CGO_ENABLED', 'perhaps', null],
  ['GO111MODULE', 'yes', 'on'],
  ['GOAMD64', '3', 'v3'],
  ['GOAMD64', 'v9', null],
  ['GOPRIVATE', 'a.example, b.example ,', 'a.example,b.example'],
  ['GOPRIVATE', 'https://a.example/', 'a.example'],
  ['GOPROXY', 'https://goproxy.cn，direct', 'https://goproxy.cn,direct'],
  ['GOPROXY', 'https://goproxy.cn; direct', 'https://goproxy.cn,direct'],
  ['GOPROXY', 'socks5://proxy.example', null],
  ['GOSUMDB', 'on', null],
  ['GOROOT', '/nope', null],
  ['GOEXPERIMENT', 'nonsense', null],
])('of %s=%s, %s was meant', (name, value, meant) => {
  expect(rightValue(name, value, '/home/me')).toBe(meant);
});
