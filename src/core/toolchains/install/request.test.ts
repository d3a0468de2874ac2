import { expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import { type From, readFrom, readRequest } from './request.ts';

const system = { os: 'linux', arch: 'amd64', cwd: '/srv', home: '/home/gopher' } as const;
const nju = 'https://mirrors.nju.edu.cn/golang';

it.each<[string | undefined, From]>([
  [undefined, { kind: 'anywhere' }],
  ['auto', { kind: 'anywhere' }],
  ['official', { kind: 'official' }],
  ['proxy', { kind: 'proxy' }],
  ['source', { kind: 'source' }],
  ['nju', { kind: 'mirror', base: nju }],
  [nju, { kind: 'address', url: nju }],
  ['https://goproxy.cn', { kind: 'address', url: 'https://goproxy.cn' }],
  ['HTTPS://goproxy.cn', { kind: 'address', url: 'HTTPS://goproxy.cn' }],
  ['file:///srv/proxy', { kind: 'address', url: 'file:///srv/proxy' }],
  ['/tmp/go.tar.gz', { kind: 'file', path: '/tmp/go.tar.gz', word: null }],
  ['~/go.tar.gz', { kind: 'file', path: '/home/gopher/go.tar.gz', word: null }],
  ['go1.26.1.tar.gz', { kind: 'file', path: '/srv/go1.26.1.tar.gz', word: null }],
  ['../go.pkg', { kind: 'file', path: '/go.pkg', word: null }],
  ['./official', { kind: 'file', path: '/srv/official', word: null }],
  ['.', { kind: 'file', path: '/srv', word: null }],
  // Misspelt names of sources.
  ['Official', { kind: 'file', path: '/srv/Official', word: 'Official' }],
  ['toString', { kind: 'file', path: '/srv/toString', word: 'toString' }],
  ['', { kind: 'file', path: '/srv', word: '' }],
])('--from %s', (text, from) => {
  expect(readFrom(text, system)).toEqual(from);
});

it.each(['ftp://mirror.example/go', 'https://', 'sftp://me:secret@mirror.example/'])(
  '--from %s is refused, without its secret',
  (text) => {
    let refusal: unknown;
    try {
      readFrom(text, system);
    } catch (error) {
      refusal = error;
    }
    expect(isFailure(refusal, 'source.bad-address')).toBe(true);
    expect(JSON.stringify(refusal)).not.toContain('secret');
  },
);

it('reads the whole request', () => {
  expect(readRequest(system, { version: '1.26', arch: 'arm64', from: 'proxy' })).toEqual({
    asked: { text: '1.26', wanted: { kind: 'minor', minor: 'go1.26' }, os: undefined, arch: 'arm64' },
    from: { kind: 'proxy' },
  });
});

it.each([
  [{ version: 'one' }, 'version.unreadable'],
  [{ version: '1.26.1', arch: '../../x' }, 'version.no-build'],
  [{ version: '1.26.1', os: 'lin/ux' }, 'version.no-build'],
  [{ version: '1.26.1', from: 'gopher://x/' }, 'source.bad-address'],
])('%j is refused: %s', (request, code) => {
  expect(() => readRequest(system, request)).toThrow(expect.objectContaining({ code }));
});
