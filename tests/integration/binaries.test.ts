import { execa } from 'execa';
import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '#contract/binaries';
import { inspectBinary, inspectInMemory, readExecutableHeader, recognizeGo } from '#core/binaries';
import { buildGo, goEnv, goModule, smallModule, whyNoGo, type Wanted } from '#testing/go-programs';
import {
  bucketBytes,
  codeBytes,
  expectAgreesWithGoVersion,
  expectAgreesWithNm,
  expectConsistent,
} from '#testing/inspected';
import { stressed } from '#testing/stress';

const made: string[] = [];
let small = '';
let server = '';

beforeAll(async () => {
  small = await smallModule();
  server = await goModule({
    'go.mod': 'module example.com/server\n\ngo 1.17\n',
    'main.go': `package main

import "net/http"

func main() { _ = http.ListenAndServe("127.0.0.1:0", nil) }
`,
  });
  made.push(small, server);
});

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

async function built(wanted: Wanted): Promise<string> {
  const program = await buildGo(wanted);
  made.push(dirname(program));
  return program;
}

const sumOf = (packages: Inspection['packages']) => packages.reduce((sum, p) => sum + p.codeBytes, 0);
const tableSection = ({ sections }: Inspection) => sections.find((s) => s.name === '.gopclntab')?.bytes ?? 0;
// Prints the sections that Go's own readers of the three formats find: name and size in the file, tab-separated.
const sectionsProgram = `package main

import (
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"fmt"
	"os"
)

func main() {
	if f, err := elf.Open(os.Args[1]); err == nil {
		for _, s := range f.Sections[1:] {
			size := s.FileSize
			if s.Type == elf.SHT_NOBITS {
				size = 0
			}
			fmt.Printf("%s\\t%d\\n", s.Name, size)
		}
	} else if f, err := macho.Open(os.Args[1]); err == nil {
		for _, s := range f.Sections {
			size := s.Size
			if s.Flags&0xff == 1 {
				size = 0
			}
			fmt.Printf("%s,%s\\t%d\\n", s.Seg, s.Name, size)
		}
	} else if f, err := pe.Open(os.Args[1]); err == nil {
		for _, s := range f.Sections {
			fmt.Printf("%s\\t%d\\n", s.Name, s.Size)
		}
	}
}
`;
let sectionsTool: Promise<string> | undefined;

async function goSections(program: string): Promise<{ name: string; bytes: number }[]> {
  sectionsTool ??= (async () => {
    const module = await goModule({ 'go.mod': 'module sections\n\ngo 1.17\n', 'main.go': sectionsProgram });
    made.push(module);
    const { stdout } = await execa('go', ['env', 'GOOS', 'GOARCH'], { env: await goEnv() });
    return built({ module, target: stdout.replace('\n', '/') });
  })();
  const { stdout } = await execa(await sectionsTool, [program]);
  return stdout.split('\n').map((line) => {
    const [name = '', bytes] = line.split('\t');
    return { name, bytes: Number(bytes) };
  });
}

describe("programs of the machine's own Go", () => {
  it.for([
    { target: 'linux/amd64', format: 'elf', mode: 'exe' },
    { target: 'linux/arm64', format: 'elf', mode: 'exe' },
    { target: 'linux/amd64', format: 'elf', mode: 'pie' },
    { target: 'darwin/arm64', format: 'mach-o', mode: 'pie' },
    { target: 'windows/amd64', format: 'pe', mode: 'exe' },
  ])('$target -buildmode=$mode, whole and stripped', async ({ target, format, mode }, ctx) => {
    const missing = await whyNoGo();
    if (missing) ctx.skip(missing);
    const module = target === 'linux/amd64' && mode === 'exe' ? server : small;
    const args = [`-buildmode=${mode}`];
    const wholePath = await built({ module, target, args });
    const strippedPath = await built({ module, target, args: [...args, '-ldflags=-s -w'] });
    const whole = await inspectBinary(wholePath);
    const stripped = await inspectBinary(strippedPath);
    for (const [path, inspection] of [
      [wholePath, whole],
      [strippedPath, stripped],
    ] as const) {
      expect(inspection).toMatchObject({ path, format, target });
      const content = await readFile(path);
      expect(inspection.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expectConsistent(inspection);
      expect(inspection.bytes).toBe(content.length);
      expect(inspection.sections.map(({ name, bytes }) => ({ name, bytes }))).toEqual(await goSections(path));
      await expectAgreesWithGoVersion(path, inspection);
      const { goVersion, mainPackage } = inspection;
      const { stdout: buildId } = await execa('go', ['tool', 'buildid', path], { env: await goEnv() });
      expect(inspection.buildId).toBe(buildId);
      const recognized = await recognizeGo(path, content);
      expect(recognized).toMatchObject({ goVersion, mainPackage, target, buildId });
    }
    expect(await inspectInMemory(strippedPath, await readFile(strippedPath))).toEqual(stripped);
    expect([whole.stripped, stripped.stripped]).toEqual([false, true]);
    expect(bucketBytes(whole, 'debug-info')).toBeGreaterThan(100_000);
    expect(bucketBytes(stripped, 'debug-info')).toBe(0);
    for (const name of ['code', 'function-tables', 'types']) {
      expect(bucketBytes(stripped, name)).toBe(bucketBytes(whole, name));
    }
    // What stripping removes is not needed to find the packages.
    expect(codeBytes(stripped)).toEqual(codeBytes(whole));
    expect(stripped.packages.map((p) => p.bytes)).toEqual(
      stripped.packages.map((p) => p.bytes).toSorted((a, b) => b - a),
    );
    const summed = whole.packages.reduce((sum, p) => sum + p.codeBytes, 0);
    expect(summed / bucketBytes(whole, 'code')).toBeGreaterThan(0.93);
    expect(summed).toBeLessThanOrEqual(bucketBytes(whole, 'code'));
    // The symbol tables of the other two formats have no sizes.
    if (format === 'elf') await expectAgreesWithNm(wholePath, whole);
  });

  it('tells Go packages from C in a program that a C linker put together', async (ctx) => {
    const compiler = await execa('cc', ['--version'], { reject: false });
    if (compiler.exitCode !== 0) ctx.skip('no C compiler here');
    const { stdout } = await execa('go', ['env', 'GOOS', 'GOARCH'], { env: await goEnv() });
    const target = stdout.replace('\n', '/');
    if (!target.startsWith('linux/')) ctx.skip('go tool nm tells sizes on Linux only');
    const module = await goModule({
      'go.mod': 'module example.com/withc\n\ngo 1.17\n',
      'main.go':
        'package main\n\n// int other(int x);\nimport "C"\nimport "fmt"\n\nfunc main() { fmt.Println(C.other(21)) }\n',
      'other.c': 'int other(int x) { int sum = 0; for (int i = 0; i < x; i++) sum += i * x; return sum; }\n',
    });
    made.push(module);
    for (const mode of ['exe', 'pie']) {
      const args = [`-buildmode=${mode}`];
      const program = await built({ module, target, cgo: true, args });
      const inspection = await inspectBinary(program);
      expectConsistent(inspection);
      expect(inspection.settings).toContainEqual({ key: 'CGO_ENABLED', value: '1' });
      await expectAgreesWithNm(program, inspection);
      const nm = await execa('nm', ['-S', program], { maxBuffer: 1e9 });
      const [, bytes = ''] = / (\w+) T other$/m.exec(nm.stdout) ?? [];
      expect(codeBytes(inspection)['(C) other.c']).toEqual([0, Number.parseInt(bytes, 16)]);
      // Without debug information, nobody knows which file the code of C comes from, but still how much it is.
      const stripped = await built({ module, target, cgo: true, args: [...args, '-ldflags=-s -w'] });
      const c = (await inspectBinary(stripped)).packages.filter((p) => p.path.startsWith('(C)'));
      const files = inspection.packages.filter((p) => p.path.startsWith('(C)'));
      expect(c).toEqual([expect.objectContaining({ path: '(C)', codeBytes: sumOf(files) })]);
    }
  });
});

type Older = [version: string, target: string, mode: string];

/** Programs of every older Go, in every format. */
function olderPrograms(): Older[] {
  const versions = ['go1.12.17', 'go1.13.15', 'go1.14.15', 'go1.15.15', 'go1.16.15', 'go1.17.13'];
  const targets = ['linux/amd64', 'linux/386', 'linux/arm64', 'linux/ppc64le', 'linux/mips'];
  return versions.flatMap((version): Older[] => [
    ...[...targets, 'darwin/amd64', 'windows/amd64'].map((target): Older => [version, target, 'exe']),
    [version, 'linux/amd64', 'pie'],
  ]);
}

describe('programs of other Go versions', () => {
  // Each has another table format than the one before, except for 1.24, which the next test needs.
  it.for(['go1.18.10', 'go1.20.14', 'go1.24.9', 'go1.27.0'])('%s', async (version, ctx) => {
    const missing = await whyNoGo(version);
    if (missing) ctx.skip(missing);
    const linux = await built({ module: small, target: 'linux/amd64', version });
    const windows = await built({
      module: small,
      target: 'windows/amd64',
      version,
      args: ['-ldflags=-s -w'],
    });
    const independent = await built({
      module: small,
      target: 'linux/amd64',
      version,
      args: ['-buildmode=pie'],
    });
    const [elf, pe, pie] = [
      await inspectBinary(linux),
      await inspectBinary(windows),
      await inspectBinary(independent),
    ];
    await expectAgreesWithGoVersion(linux, elf);
    await expectAgreesWithGoVersion(windows, pe);
    await expectAgreesWithNm(linux, elf);
    await expectAgreesWithNm(independent, pie);
    expect(pe.packages.length).toBeGreaterThan(20);
    // The names mean the same, with a section for each or without.
    for (const name of ['function-tables', 'types', 'read-only-data']) {
      for (const other of [pe, pie]) {
        const ratio = bucketBytes(other, name) / bucketBytes(elf, name);
        expect(ratio, `${name} of ${other.path}`).toBeGreaterThan(0.8);
        expect(ratio, `${name} of ${other.path}`).toBeLessThan(1.25);
      }
    }
  });

  it('moving the function data into another section (Go 1.26) does not look like growth', async (ctx) => {
    const missing = (await whyNoGo('go1.24.9')) ?? (await whyNoGo('go1.27.0'));
    if (missing) ctx.skip(missing);
    const wanted = { module: small, target: 'linux/amd64' };
    const before = await inspectBinary(await built({ ...wanted, version: 'go1.24.9' }));
    const after = await inspectBinary(await built({ ...wanted, version: 'go1.27.0' }));
    expect(tableSection(after) / tableSection(before)).toBeGreaterThan(1.2);
    expect(bucketBytes(after, 'function-tables') / bucketBytes(before, 'function-tables')).toBeLessThan(1.1);
  });

  // Before Go 1.13 there was no build info, up to Go 1.17 it is pointed to; Go 1.16 and 1.18 changed the function table.
  it.for(
    stressed<Older[]>(
      [
        ['go1.12.17', 'linux/amd64', 'exe'],
        ['go1.15.15', 'windows/amd64', 'exe'],
        // The loader fills in the addresses of its functions.
        ['go1.17.13', 'linux/amd64', 'pie'],
        ['go1.17.13', 'darwin/arm64', 'pie'],
      ],
      olderPrograms(),
    ),
  )('%s for %s, built as %s', async ([version, target, mode], ctx) => {
    const missing = await whyNoGo(version);
    if (missing) ctx.skip(missing);
    const program = await built({ module: small, target, version, args: [`-buildmode=${mode}`] });
    const inspection = await inspectBinary(program);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ target, goVersion: version, buildInfo: true, packagesMissing: null });
    expect(inspection.packages.map((p) => p.path)).toEqual(
      expect.arrayContaining(['main', 'example.com/small/greet', 'runtime']),
    );
    // The machine's Go reads neither build info nor modules of Go 1.12.
    if (version !== 'go1.12.17') await expectAgreesWithGoVersion(program, inspection);
    else expect(inspection.mainPackage).toBe('example.com/small');
    if (target.startsWith('linux')) await expectAgreesWithNm(program, inspection);
  });
});

it('reads the header of a toolchain’s own go, and all of it', async (ctx) => {
  const missing = await whyNoGo();
  if (missing) ctx.skip(missing);
  const { stdout } = await execa('go', ['env', 'GOROOT', 'GOHOSTARCH', 'GOEXE'], { env: await goEnv() });
  const [root = '', arch = '', suffix = ''] = stdout.split('\n');
  const go = `${root}/bin/go${suffix}`;
  expect((await readExecutableHeader(go))?.targets.map((t) => t.arch)).toContain(arch);
  const inspection = await inspectBinary(go);
  expect(inspection).toMatchObject({ mainPackage: 'cmd/go', bytes: (await stat(go)).size });
  expect(inspection.packages.map((p) => p.path)).toContain('cmd/go/internal/modload');
});
