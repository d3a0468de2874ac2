import { expect, it } from 'vitest';
import { Damaged } from '../bytes/index.ts';
import { goTarget } from './target.ts';

const settings = (os: string, arch: string) => [
  { key: 'GOARCH', value: arch },
  { key: 'GOOS', value: os },
];

it.each([
  ['elf', { os: null, arch: 'amd64' }, settings('linux', 'amd64'), 'linux/amd64'],
  ['elf', { os: null, arch: 'arm64' }, settings('android', 'arm64'), 'android/arm64'],
  ['elf', { os: 'freebsd', arch: 'amd64' }, [], 'freebsd/amd64'],
  ['elf', { os: null, arch: 'riscv64' }, [], 'linux/riscv64'],
  ['mach-o', { os: 'darwin', arch: 'arm64' }, settings('ios', 'arm64'), 'ios/arm64'],
  ['pe', { os: 'windows', arch: '386' }, [], 'windows/386'],
  ['elf', { os: null, arch: 'unknown' }, settings('linux', 'sparc64'), 'linux/sparc64'],
] as const)('%s %j', (format, header, given, target) => {
  expect(goTarget(format, header, [...given])).toBe(target);
});

it.each([
  ['elf', { os: null, arch: 'amd64' }, settings('linux', 'arm64')],
  ['pe', { os: 'windows', arch: 'amd64' }, settings('linux', 'amd64')],
  ['elf', { os: null, arch: 'amd64' }, settings('darwin', 'amd64')],
] as const)('refuses %s %j with a build info that contradicts it', (format, header, given) => {
  expect(() => goTarget(format, header, [...given])).toThrow(Damaged);
});
