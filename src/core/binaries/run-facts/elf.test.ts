import { expect, it } from 'vitest';
import { runsOnMusl } from './elf.ts';

it.each([
  [null, [], true],
  ['/lib64/ld-linux-x86-64.so.2', ['libc.so.6'], false],
  // Position-independent programs of Go need the loader, and no library.
  ['/lib64/ld-linux-x86-64.so.2', [], false],
  ['/lib/ld-musl-aarch64.so.1', ['libc.musl-aarch64.so.1'], true],
  ['/nix/store/ld-musl-1/lib/ld-linux-x86-64.so.2', [], false],
  [null, ['libc.so.6'], false],
  [null, ['libc.musl-x86_64.so.1'], true],
  [null, ['libm.so.6'], null],
])('with the loader %s and %j: %s', (loader, libraries, expected) => {
  expect(runsOnMusl(loader, libraries)).toBe(expected);
});
