import { expect, it } from 'vitest';
import { sourceAgain } from './repair.ts';

const sites = ['https://go.dev/dl', 'https://golang.google.cn/dl'];
const module = 'golang.org/toolchain/@v/v0.0.1-go1.26.1.linux-amd64.zip';

it.each([
  ['official', 'https://go.dev/dl/go1.26.1.linux-amd64.tar.gz', 'official'],
  ['official', 'https://golang.google.cn/dl/go1.26.1.linux-amd64.tar.gz', 'official'],
  [
    'official',
    'https://mirror.example/go/go1.26.1.linux-amd64.tar.gz',
    'https://mirror.example/go/go1.26.1.linux-amd64.tar.gz',
  ],
  ['official', 'https://***@mirror.example/go1.26.1.linux-amd64.tar.gz', undefined],
  ['proxy', `https://goproxy.cn/${module}`, 'https://goproxy.cn'],
  ['proxy', `https://***@proxy.example/${module}`, undefined],
  ['proxy', null, undefined],
  ['file', '/tmp/go1.26.1.linux-amd64.tar.gz', undefined],
] as const)('%s %s → %s', (kind, url, from) => {
  expect(sourceAgain({ kind, url }, sites)).toBe(from);
});
