import { execa } from 'execa';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { isFailure } from '#contract/failure';
import { inspectBinary } from '#core/binaries';
import { buildGo, goModule, smallModule, type Wanted, whyNoGo } from '#testing/go-programs';
import { codeBytes, expectAgreesWithNm, expectConsistent } from '#testing/inspected';
import { onPath } from '#testing/on-path';
import { realProgram } from '#testing/real-programs';
import { stressed } from '#testing/stress';

const made: string[] = [];
let folder = '';
let small = '';
/** Without `fmt`, so that building it for another system does not compile half of the standard library first. */
let tiny = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-formats-'));
  small = await smallModule();
  tiny = await goModule({
    'go.mod': 'module example.com/small\n\ngo 1.17\n',
    'main.go':
      'package main\n\nimport "example.com/small/greet"\n\nfunc main() { println(greet.All(greet.Named{"a"})) }\n',
    'greet/greet.go': `package greet

type Greeter interface{ Greet() string }
type Named struct{ Name string }

func (n Named) Greet() string { return "hello " + n.Name }

//go:noinline
func All(greeters ...Greeter) (out string) {
	for _, g := range greeters {
		func() { defer func() { recover() }(); out += g.Greet() }()
	}
	return out
}
`,
  });
  made.push(folder, small, tiny);
});

afterAll(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

async function needGo(ctx: TestContext, version?: string): Promise<void> {
  const missing = await whyNoGo(version);
  if (missing) ctx.skip(missing);
}

async function built(wanted: Wanted): Promise<string> {
  const program = await buildGo(wanted);
  made.push(dirname(program));
  return program;
}

async function module(files: Record<string, string>): Promise<string> {
  const path = await goModule(files);
  made.push(path);
  return path;
}

async function needCompiler(ctx: TestContext, compiler: string): Promise<void> {
  const found = await execa(compiler, ['--version'], { reject: false });
  if (found.exitCode !== 0) ctx.skip(`no ${compiler} here`);
}

describe('formats besides ELF, Mach-O and PE', () => {
  it.for(stressed(['wasip1/wasm'], ['wasip1/wasm', 'js/wasm']))('%s', async (target, ctx) => {
    await needGo(ctx);
    const whole = await built({ module: tiny, target });
    const stripped = await built({ module: tiny, target, args: ['-ldflags=-s -w'] });
    const inspection = await inspectBinary(whole);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({
      format: 'wasm',
      target,
      compiler: 'gc',
      buildInfo: true,
      stripped: false,
    });
    // The linker names each function a second time, for debuggers.
    const names = String(await readFile(whole)).split('example.com_small_greet.').length - 1;
    expect(codeBytes(inspection)['example.com/small/greet']?.[0]).toBe(names);
    // Every function of the code section is one of Go's, so all of the code has a package.
    const code = inspection.packages.reduce((sum, p) => sum + p.codeBytes, 0);
    const section = inspection.sections.find((s) => s.name === 'code');
    expect((section?.bytes ?? 0) - code).toBeLessThan(16);
    const without = await inspectBinary(stripped);
    expect(without).toMatchObject({ target, stripped: true, settings: expect.arrayContaining([]) });
    expect(codeBytes(without)).toEqual(codeBytes(inspection));
  });

  it.for(
    stressed(
      [['plan9/amd64', 'plan9']],
      [
        ['plan9/amd64', 'plan9'],
        ['plan9/386', 'plan9'],
        ['plan9/arm', 'plan9'],
        ['aix/ppc64', 'xcoff'],
      ],
    ),
  )('%s', async ([target = '', format = ''], ctx) => {
    await needGo(ctx);
    const inspection = await inspectBinary(await built({ module: tiny, target }));
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ format, target, buildInfo: true, stripped: false });
    const without = await inspectBinary(await built({ module: tiny, target, args: ['-ldflags=-s -w'] }));
    expect(without).toMatchObject({ target, stripped: true });
    expect(codeBytes(without)).toEqual(codeBytes(inspection));
    // The same processor runs the same code of a package that does not depend on the system.
    const [, arch = ''] = target.split('/');
    if (arch !== 'amd64') return;
    const twin = await built({ module: tiny, target: `linux/${arch}` });
    const linux = await inspectBinary(twin);
    await expectAgreesWithNm(twin, linux);
    for (const path of ['main', 'example.com/small/greet']) {
      expect(codeBytes(inspection)[path], path).toEqual(codeBytes(linux)[path]);
    }
  });

  it('a C archive, of which the rest is C', async (ctx) => {
    await needGo(ctx);
    await needCompiler(ctx, 'cc');
    const files = {
      'go.mod': 'module example.com/library\n\ngo 1.17\n',
      'main.go':
        'package main\n\nimport "C"\nimport "strings"\n\n//export Twice\nfunc Twice(s *C.char) int { return len(strings.Repeat(C.GoString(s), 2)) }\n\nfunc main() {}\n',
    };
    const library = await module(files);
    const { stdout } = await execa('go', ['env', 'GOOS', 'GOARCH']);
    const target = stdout.replace('\n', '/');
    if (!target.startsWith('linux/')) ctx.skip('go tool nm tells sizes on Linux only');
    const wanted = { module: library, target, cgo: true };
    const archive = await built({ ...wanted, args: ['-buildmode=c-archive'] });
    const shared = await built({ ...wanted, args: ['-buildmode=c-shared'] });
    const inspection = await inspectBinary(archive);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ format: 'archive', target, mainPackage: 'example.com/library' });
    const linked = await inspectBinary(shared);
    await expectAgreesWithNm(shared, linked);
    for (const path of ['main', 'strings', 'runtime']) {
      expect(codeBytes(inspection)[path], path).toEqual(codeBytes(linked)[path]);
    }
  });
});

describe('other compilers', () => {
  it('gccgo, with symbols and without', async (ctx) => {
    const compiler = 'gccgo';
    const gccgo = ['gccgo', 'gccgo-14', 'gccgo-13', 'gccgo-12'].find((name) => onPath(name) !== null);
    if (gccgo === undefined) {
      ctx.skip('no gccgo here');
      return;
    }
    const source = join(folder, 'hello.go');
    await writeFile(
      source,
      'package main\n\nimport "net/url"\n\nfunc main() { println(url.PathEscape("a b")) }\n',
    );
    const [dynamic, whole, stripped] = ['dynamic', 'static', 'stripped'].map((name) => join(folder, name));
    await execa(gccgo, ['-o', dynamic ?? '', source]);
    await execa(gccgo, ['-static-libgo', '-o', whole ?? '', source]);
    await execa('strip', ['-o', stripped ?? '', whole ?? '']);
    const known = { compiler, buildInfo: false, modules: [] };
    expect(await inspectBinary(dynamic ?? '')).toMatchObject(known);
    const inspection = await inspectBinary(whole ?? '');
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ ...known, packagesMissing: null });
    expect(inspection.packages.map((p) => p.path)).toEqual(
      expect.arrayContaining(['main', 'net/url', 'internal/bytealg', '(C)']),
    );
    const { stdout } = await execa('nm', ['-S', '--defined-only', whole ?? ''], { maxBuffer: 1e9 });
    const url = [...stdout.matchAll(/^\w+ (\w+) [Tt] net_1url\./gm)];
    expect(codeBytes(inspection)['net/url']).toEqual([
      url.length,
      url.reduce((sum, [, bytes = '']) => sum + Number.parseInt(bytes, 16), 0),
    ]);
    expect(await inspectBinary(stripped ?? '')).toMatchObject({ ...known, packagesMissing: 'no-table' });
  });

  it('TinyGo, from a package of npm', async (ctx) => {
    const program = await realProgram(ctx, 'npm', '@wasm-fmt/gofmt', '0.7.3', 'gofmt.wasm');
    const inspection = await inspectBinary(program);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({
      format: 'wasm',
      compiler: 'tinygo',
      goVersion: '0.40.1',
      buildInfo: false,
      packagesMissing: null,
    });
    expect(inspection.packages.map((p) => p.path)).toEqual(
      expect.arrayContaining(['main', 'go/printer', 'runtime']),
    );
  });
});

describe('programs in which something is unusual', () => {
  // Its build info was removed, and with it all that `go version` reads.
  it('esbuild 0.27, from a package of npm', async (ctx) => {
    await needGo(ctx);
    const program = await realProgram(ctx, 'npm', '@esbuild/linux-x64', '0.27.0', 'bin/esbuild');
    const inspection = await inspectBinary(program);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ goVersion: 'go1.25.4', target: 'linux/amd64', stripped: true });
    expect(inspection.packages.length).toBeGreaterThan(150);
    expect(codeBytes(inspection)['github.com/evanw/esbuild/internal/js_parser']?.[1]).toBeGreaterThan(
      700_000,
    );
  });

  it.for(stressed(['linux/amd64'], ['linux/amd64', 'windows/amd64', 'darwin/arm64', 'plan9/amd64']))(
    'one for %s without anything that Go records of a build',
    async (target, ctx) => {
      await needGo(ctx);
      const program = await built({ module: small, target });
      const before = await inspectBinary(program);
      const content = await readFile(program);
      for (const mark of ['ff20476f206275696c64696e663a', '3077af0c9274080241e1c107e6d618e6']) {
        const found = Buffer.from(mark, 'hex');
        for (let at = content.indexOf(found); at >= 0; at = content.indexOf(found, at))
          content.fill(0, at, at + 8);
      }
      const without = join(folder, 'without');
      await writeFile(without, content);
      const inspection = await inspectBinary(without);
      expectConsistent(inspection);
      expect(inspection).toMatchObject({
        goVersion: before.goVersion,
        target,
        buildInfo: false,
        mainPackage: '',
        mainModule: null,
        modules: [],
        settings: [],
        buckets: before.buckets,
        packages: before.packages,
      });
    },
  );

  it.for(stressed(['windows/amd64'], ['windows/amd64', 'linux/amd64', 'darwin/arm64', 'wasip1/wasm']))(
    'one for %s that embeds another Go program',
    async (target, ctx) => {
      await needGo(ctx);
      const inner = await built({ module: small, target, args: ['-ldflags=-s -w'] });
      const outer = await module({
        'go.mod': 'module example.com/outer\n\ngo 1.17\n',
        'main.go':
          'package main\n\nimport _ "embed"\n\n//go:embed inner\nvar asBytes []byte\n\n//go:embed inner\nvar asText string\n\nfunc main() { println(len(asBytes), asText[:2]) }\n',
      });
      await copyFile(inner, join(outer, 'inner'));
      const program = await built({ module: outer, target });
      const inspection = await inspectBinary(program);
      expectConsistent(inspection);
      expect(inspection.mainPackage).toBe('example.com/outer');
      expect(inspection.packages.map((p) => p.path)).toContain('runtime');
      expect(inspection.packages.map((p) => p.path)).not.toContain('example.com/dep');
    },
  );

  it('one with a function that ends with what fills gaps', async (ctx) => {
    await needGo(ctx);
    const traps = await module({
      'go.mod': 'module example.com/traps\n\ngo 1.17\n',
      'main.go':
        'package main\n\nimport (\n\t"fmt"\n\n\t"example.com/traps/trap"\n)\n\nfunc main() { fmt.Println("trap"); trap.Here() }\n',
      'trap/trap.go': 'package trap\n\nfunc Here()\n',
      'trap/trap_amd64.s': 'TEXT ·Here(SB), 4, $0-0\n\tBYTE $0xc3\n\tBYTE $0xcc\n\tBYTE $0xcc\n',
    });
    const program = await built({ module: traps, target: 'linux/amd64' });
    const inspection = await inspectBinary(program);
    await expectAgreesWithNm(program, inspection);
    expect(codeBytes(inspection)['example.com/traps/trap']).toEqual([1, 3]);
  });

  it('one without section headers', async (ctx) => {
    await needGo(ctx);
    const program = await built({ module: small, target: 'linux/amd64', args: ['-ldflags=-s -w'] });
    const before = await inspectBinary(program);
    const content = await readFile(program);
    // e_shoff, e_shnum and e_shstrndx
    content.fill(0, 40, 48).fill(0, 60, 64);
    const without = join(folder, 'segments');
    await writeFile(without, content);
    const inspection = await inspectBinary(without);
    expectConsistent(inspection);
    const { goVersion, settings } = before;
    expect(inspection).toMatchObject({ goVersion, settings, stripped: true });
    expect(codeBytes(inspection)).toEqual(codeBytes(before));
  });

  it('one whose function table is in no format of Go', async (ctx) => {
    await needGo(ctx);
    const program = await built({ module: small, target: 'linux/amd64', args: ['-ldflags=-s -w'] });
    const content = await readFile(program);
    const table = content.indexOf(Buffer.from('f1ffffff0000', 'hex'));
    const changed = join(folder, 'changed');
    content.writeUInt32LE(0x1234_5678, table);
    await writeFile(changed, content);
    const inspection = await inspectBinary(changed);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ packages: [], packagesMissing: 'unknown-table', buildInfo: true });
    // Its functions are out of order.
    content.writeUInt32LE(0xffff_fff1, table);
    content.writeUInt32LE(0xffff_0000, table + Number(content.readBigUInt64LE(table + 8 + 7 * 8)) + 8);
    await writeFile(changed, content);
    expect(await inspectBinary(changed)).toMatchObject({ packages: [], packagesMissing: 'damaged' });
  });

  it('one that is packed with UPX', async (ctx) => {
    await needGo(ctx);
    await needCompiler(ctx, 'upx');
    const program = await built({ module: small, target: 'linux/amd64' });
    const before = await inspectBinary(program);
    await execa('upx', ['-1', '-qq', program]);
    const refused = await inspectBinary(program).catch((error: unknown) => error);
    expect(isFailure(refused, 'binary.packed')).toBe(true);
    await execa('upx', ['-d', '-qq', program]);
    expect(codeBytes(await inspectBinary(program))).toEqual(codeBytes(before));
  });
});
