import { expect, it } from 'vitest';
import { afterLine, begun, packing } from './make-output.ts';

/** The output of Go 1.26's make.bash -v -distpack, shortened. */
const go126 = `Building Go cmd/dist using /boot/toolchain2 dir. (go1.24.9 linux/amd64)
cmd/dist

Building Go toolchain1 using /boot.
internal/goarch
bootstrap/cmd/compile/internal/ssa
Building Go bootstrap cmd/go (go_bootstrap) using Go toolchain1.
runtime

Building Go toolchain2 using go_bootstrap and Go toolchain1.
vendor/golang.org/x/crypto/chacha20poly1305
Building Go toolchain3 using go_bootstrap and Go toolchain2.
cmd/link
Building packages and commands for linux/amd64.
net/http
Packaging archives for linux/amd64.
distpack: 9820e54a2a89c0e9 go1.26.8.linux-amd64.tar.gz
---
Installed Go for linux/amd64 in /go
*** You need to add /go/bin to your PATH.`;

const go19 = `##### Building Go bootstrap tool.
cmd/dist

##### Building Go toolchain using /boot.
bootstrap/asm
##### Building go_bootstrap for host, linux/amd64.
runtime
##### Building packages and commands for linux/amd64.
errors`;

it.each([
  ['Go 1.26', go126, [1, 2, 3, 4, 5, 6, 7], 7],
  ['Go 1.9', go19, [1, 2, 3, 6], 4],
])('reads the steps and packages of %s', (_, output, steps, packages) => {
  const seen: number[] = [];
  let progress = begun;
  for (const line of output.split('\n')) {
    progress = afterLine(progress, line);
    if (progress.step !== seen.at(-1)) seen.push(progress.step);
  }
  expect(seen).toEqual(steps);
  expect(progress.packages).toBe(packages);
});

it('names the last package, and none when a step begins', () => {
  const built = afterLine(begun, 'cmd/compile/internal/ssa');
  expect(built).toMatchObject({ step: 1, package: 'cmd/compile/internal/ssa', packages: 1 });
  expect(afterLine(built, '# some words of the compiler')).toBe(built);
  expect(afterLine(built, 'Building Go toolchain3 using go_bootstrap and Go toolchain2.')).toMatchObject({
    step: 5,
    package: null,
    packages: 1,
  });
  expect(packing(built)).toMatchObject({ step: 7, package: null });
});
