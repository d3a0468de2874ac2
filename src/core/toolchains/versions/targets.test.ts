import { expect, it } from 'vitest';
import { targetHere } from './targets.ts';

const mac = { os: 'darwin', arch: 'arm64' } as const;
const intel = { os: 'darwin', arch: 'amd64' } as const;
const linux = { os: 'linux', arch: 'arm64' } as const;

it.each([
  ['a Mac with Apple silicon', mac, 'go1.26.1', {}, 'darwin/arm64'],
  ['the first Go for Apple silicon', mac, 'go1.16beta1', {}, 'darwin/arm64'],
  ['a Go before that', mac, 'go1.15.15', {}, 'darwin/amd64'],
  ['Go 1.16 itself', mac, 'go1.16', {}, 'darwin/arm64'],
  ['an explicit processor', mac, 'go1.26.1', { arch: 'amd64' }, 'darwin/amd64'],
  ['a Mac with Intel', intel, 'go1.15.15', {}, 'darwin/amd64'],
  ['Linux on arm64', linux, 'go1.15.15', {}, 'linux/arm64'],
  ['for a Mac, on Linux', linux, 'go1.15.15', { os: 'darwin' }, 'darwin/amd64'],
  ['the download site’s name for arm', linux, 'go1.26.1', { arch: 'armv6l' }, 'linux/arm'],
])('%s gets %j', (_, system, version, wish, expected) => {
  const { os, arch } = targetHere(system, version, wish);
  expect(`${os}/${arch}`).toBe(expected);
});
