import { type ArchiveEntry, tarGzOf } from './archive-writers.ts';
import { executableHeader, type FakeToolchain, fakeArchive } from './fake-toolchains.ts';

/** The make.bash of a fake Go, with the steps and packages that the real one prints. */
const steps = (takes: number): string => `set -e
[ -f make.bash ] || exit 9
env > ../seen-by-make.txt
echo "Building Go cmd/dist using $GOROOT_BOOTSTRAP. (go1.24.9 linux/amd64)"
echo cmd/dist
echo
echo "Building Go toolchain1 using $GOROOT_BOOTSTRAP."
echo bootstrap/cmd/compile
echo "Building Go bootstrap cmd/go (go_bootstrap) using Go toolchain1."
echo "Building Go toolchain2 using go_bootstrap and Go toolchain1."
echo "Building Go toolchain3 using go_bootstrap and Go toolchain2."
echo cmd/compile/internal/ssa
sleep ${takes}
echo "Building packages and commands for linux/amd64."
echo net/http
`;

/** Its end since Go 1.21, with -distpack. */
const pack = (name: string): string => `[ "$*" = "-v -distpack" ] || exit 8
echo "Packaging archives for linux/amd64."
mkdir -p ../pkg/distpack
cp ../built.tar.gz ../pkg/distpack/${name}.tar.gz
`;

/** Its end before Go 1.21: a tree that still holds what only the build needed. */
const leaveTree = `[ "$*" = "-v" ] || exit 8
mkdir -p ../bin ../pkg/obj/go-build ../pkg/bootstrap/src ../pkg/tool/linux_amd64 ../pkg/linux_amd64
echo junk > ../pkg/obj/go-build/x
echo junk > ../pkg/bootstrap/src/x
echo junk > ../pkg/tool/linux_amd64/api
echo junk > cmd/dist/dist
cp ../built-go ../pkg/tool/linux_amd64/compile
cp ../built-go ../bin/go
chmod +x ../bin/go ../pkg/tool/linux_amd64/compile
echo archive > ../pkg/linux_amd64/fmt.a
`;

const file = (name: string, content: string | Buffer): ArchiveEntry => ({
  name: `go/${name}`,
  content: Buffer.from(content),
});

/**
 * The source archive of a fake Go. Its make.bash "builds" a Go that is in the archive, or runs the script `make`.
 * `built` is the archive that the build produces, and `takes` the duration of its fifth step in seconds.
 */
export function fakeSource(
  fake: FakeToolchain,
  more: { make?: string; built?: Buffer; takes?: number } = {},
): Buffer {
  const { version, os, arch } = fake;
  const packs = Number(version.split('.')[1]) >= 21;
  const script = `${steps(more.takes ?? 0)}${more.make ?? (packs ? pack(`${version}.${os}-${arch}`) : leaveTree)}`;
  return tarGzOf([
    file('VERSION', `${version}\ntime 2026-03-05T17:43:41Z\n`),
    file('src/make.bash', script),
    file('src/fmt/print.go', 'package fmt\n'),
    file('src/cmd/dist/main.go', 'package main\n'),
    file('built.tar.gz', more.built ?? fakeArchive(fake)),
    file('built-go', executableHeader(os, arch)),
  ]);
}
