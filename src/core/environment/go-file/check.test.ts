import { expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { checkVariable } from './check.ts';

it.each([
  ['GOPROXY', 'https://goproxy.cn,direct'],
  ['GOPROXY', 'direct'],
  ['GOPROXY', 'off'],
  ['GOPROXY', 'file:///srv/mod|direct'],
  ['GOSUMDB', 'sum.golang.org https://mirror.example'],
  ['GOSUMDB', 'off'],
  ['GOSUMDB', 'corp.example+012345ab+AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/=='],
  ['GOBIN', '/home/me/bin'],
  ['GOPATH', '/a:/b'],
  ['CGO_ENABLED', '0'],
  ['GOPRIVATE', '*.corp.example,github.com/me/*'],
  ['GOTOOLCHAIN', 'go1.26.1+auto'],
  ['GOTOOLCHAIN', 'local'],
  ['GOFLAGS', "-mod=mod '-ldflags=-s -w'"],
  ['CGO_CFLAGS', '-O2 -g'],
  ['GOFLAGS', ''],
  ['GOOS', 'wasip1'],
  ['GOARCH', 'loong64'],
  ['CC', 'clang --target=x'],
  ['CC', '"/opt/my cc/bin/gcc" -m32'],
  ['CXX', "g++ -DX='a"],
])('%s=%s is written', (name, value) => expect(checkVariable(name, value)).toBeNull());

it.each([
  ['GOPROXY', 'socks5://proxy.example', 'scheme'],
  ['GOPROXY', 'nonsense', 'scheme'],
  ['GOPROXY', ',', 'proxy-off'],
  ['GOSUMDB', 'on', 'database'],
  ['GOSUMDB', 'https://sum.golang.org', 'database'],
  ['GOSUMDB', 'gosum.io+ce6e7565', 'database'],
  ['GOBIN', 'bin', 'relative'],
  ['GOBIN', '~/bin', 'tilde'],
  ['GOPATH', '/a:~/b', 'tilde'],
  ['GOCACHE', 'off', 'relative'],
  ['CGO_ENABLED', 'off', 'choice'],
  ['GOAMD64', 'v9', 'choice'],
  ['GO111MODULE', 'yes', 'choice'],
  ['GOPRIVATE', 'a.example, b.example', 'pattern-blank'],
  ['GOPRIVATE', 'https://a.example', 'pattern-scheme'],
  ['GOTOOLCHAIN', '1.22.5', 'toolchain'],
  ['GOTOOLCHAIN', 'latest', 'toolchain'],
  ['GOFLAGS', '-ldflags=-s -w mod', 'flag'],
  ['GOFLAGS', 'mod=mod', 'flag'],
  ['GOFLAGS', '-ldflags=-s -w', 'flag'],
  ['GOFLAGS', "-ldflags='-s -w'", 'flag'],
  ['GOFLAGS', "'-mod=mod", 'flag'],
  ['GOFLAGS', '-u', 'flag'],
  ['GOPROXY', 'https://goproxy.cn，direct', 'separator'],
  ['GOPROXY', 'https://goproxy.cn;direct', 'separator'],
  ['GOVCS', 'a\nGOFLAGS=-x', 'line-break'],
  ['GOOS', 'macos', 'choice'],
  ['GOARCH', 'x86_64', 'choice'],
  ['CC', '"/opt/my cc', 'quote'],
  ['CXX', 'g++ "-DX', 'quote'],
  ['CC', 'bin/gcc', 'relative'],
  ['CC', '~/bin/gcc', 'tilde'],
])('%s=%s is refused: %s', (name, value, why) => {
  const found = checkVariable(name, value);
  expect(found).toMatchObject({ code: 'environment.value-invalid', params: { why } });
  for (const locale of ['en', 'zh-CN'] as const) {
    if (found) expect(describeFailure(found, locale).message).not.toContain('undefined');
  }
});

it.each([
  ['GOROOT', '/usr/local/go', 'environment.not-settable'],
  ['GOENV', 'off', 'environment.not-settable'],
  ['GO_PATH', '/x', 'environment.unknown-variable'],
  ['PATH', '/x', 'environment.unknown-variable'],
])('%s is not written: %s', (name, value, code) =>
  expect(checkVariable(name, value)).toMatchObject({ code }),
);
