import { execa } from 'execa';
import * as fc from 'fast-check';
import { mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { isFailure } from '#contract/failure';
import { inspectBinary, readExecutableHeader, readGoProgram } from '#core/binaries';
import { buildGo, goModule, type Wanted, whyNoGo } from '#testing/go-programs';
import { expectConsistent } from '#testing/inspected';
import { stressed } from '#testing/stress';

let folder = '';
let missing: string | null = null;
const programs = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-hostile-'));
  missing = await whyNoGo();
  if (missing) return;
  const module = await goModule({
    'go.mod': 'module example.com/hello\n\ngo 1.17\n',
    'main.go': 'package main\n\nfunc main() { println("hello") }\n',
  });
  for (const target of ['linux/amd64', 'darwin/arm64', 'darwin/amd64', 'windows/amd64', 'linux/386']) {
    const program = await buildGo({ module, target, args: ['-ldflags=-s -w'] });
    programs.set(target, await readFile(program));
    await rm(dirname(program), { recursive: true });
  }
  const more: [string, Omit<Wanted, 'module'>][] = [
    ['pie', { target: 'linux/amd64', args: ['-buildmode=pie'] }],
    ['wasip1/wasm', { target: 'wasip1/wasm' }],
    ['plan9/amd64', { target: 'plan9/amd64' }],
    ['go1.15', { target: 'linux/amd64', version: 'go1.15.15' }],
    [
      'C in it',
      {
        target: `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`,
        cgo: true,
        args: ['-ldflags=-linkmode=external -compressdwarf=false'],
      },
    ],
  ];
  for (const [name, wanted] of more) {
    if (await whyNoGo(wanted.version)) continue;
    // Without a C compiler, that one cannot be built.
    const program = await buildGo({ ...wanted, module }).catch(() => null);
    if (program === null) continue;
    programs.set(name, await readFile(program));
    await rm(dirname(program), { recursive: true });
  }
  await rm(module, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function programFor(ctx: TestContext, target: string): Buffer {
  return programs.get(target) ?? ctx.skip(missing ?? 'not built');
}

const refusals = ['binary.damaged', 'binary.not-executable', 'binary.not-go'];
let files = 0;

/** Expects correct numbers or a refusal, within 5 s of processor time. */
async function expectHarmless(content: Buffer): Promise<string> {
  const path = join(folder, `program-${files++}`);
  await writeFile(path, content);
  const before = process.cpuUsage();
  try {
    const inspection = await inspectBinary(path);
    expect(inspection.bytes).toBe(content.length);
    expectConsistent(inspection);
    try {
      const { targets, ...told } = await readGoProgram(path);
      expect(targets.length).toBe(Math.max(1, inspection.slices.length));
      expect(inspection).toMatchObject(told);
    } catch (refused) {
      // Without build info, only the whole file says that it is a Go program.
      if (!isFailure(refused, 'binary.not-go')) throw refused;
    }
    return 'read';
  } catch (error) {
    if (!isFailure(error)) throw error;
    expect(refusals).toContain(error.code);
    // The part that describes it may be intact where the rest is not.
    const alone = await readGoProgram(path).catch((refused: unknown) => refused);
    if (alone instanceof Error) expect(refusals).toContain(isFailure(alone) ? alone.code : alone);
    return error.code;
  } finally {
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    await rm(path);
  }
}

/** An offset where a wrong byte matters most (headers, section tables, build info, function table), or any other. */
function tenderPlaces(program: Buffer): { from: number; bytes: number }[] {
  const places = [
    { from: 0, bytes: 64 },
    { from: 0, bytes: 2048 },
    { from: 0, bytes: program.length },
  ];
  for (const mark of ['\xff Go buildinf:', '\xf1\xff\xff\xff\0\0', '\xfb\xff\xff\xff\0\0']) {
    const at = program.indexOf(Buffer.from(mark, 'latin1'));
    if (at >= 0) places.push({ from: at, bytes: 128 }, { from: at, bytes: 20_000 });
  }
  // Debug information of C stands near the end.
  const end = program.length - 1;
  return [...places, { from: Math.floor(end / 2), bytes: Math.floor(end / 2) }];
}

const programNames = [
  'linux/amd64',
  'darwin/arm64',
  'windows/amd64',
  'linux/386',
  'pie',
  'wasip1/wasm',
  'plan9/amd64',
  'go1.15',
  'C in it',
];

const change = fc.record({
  place: fc.nat(),
  offset: fc.nat(),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      Uint8Array.of(0xff, 0xff, 0xff, 0xff),
      Uint8Array.of(0, 0, 0, 0),
      Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
      Uint8Array.of(0, 0, 0, 0x80),
      Uint8Array.of(0xff, 0xff, 0xff, 0x7f),
    ),
  ),
});

describe.each(programNames)('a program for %s', (target) => {
  it('with bytes changed here and there', async (ctx) => {
    const program = programFor(ctx, target);
    const places = tenderPlaces(program);
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const content = Buffer.from(program);
        for (const { place, offset, bytes } of changes) {
          const { from, bytes: length } = places[place % places.length] ?? { from: 0, bytes: 1 };
          const at = Math.min(from + (offset % length), content.length - bytes.length);
          content.set(bytes, at);
        }
        outcomes.add(await expectHarmless(content));
      }),
      { numRuns: stressed(30, 250) },
    );
    // Which of them a run meets is left to chance.
    expect(outcomes.size).toBeGreaterThan(1);
    expect(await expectHarmless(program)).toBe('read');
  });

  it('cut off anywhere', async (ctx) => {
    const program = programFor(ctx, target);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat({ max: 3000 }), fc.nat({ max: program.length - 1 })),
        async (length) => {
          const outcome = await expectHarmless(program.subarray(0, length));
          // A WebAssembly module may end after any section.
          if (target !== 'wasip1/wasm') expect(outcome).not.toBe('binary.not-go');
        },
      ),
      { numRuns: stressed(10, 60) },
    );
  });
});

const codeOf = async (path: string) =>
  inspectBinary(path).then(
    () => 'read',
    (error: unknown) => (isFailure(error) ? error.code : Promise.reject(error)),
  );

describe('what is no Go program', () => {
  it.each([
    ['an empty file', ''],
    ['a script', '#!/bin/sh\nexec go "$@"\n'],
    ['text that mentions build info', '\xff Go buildinf: and more'],
  ])('%s', async (_, content) => {
    const path = join(folder, 'no-program');
    await writeFile(path, content, 'latin1');
    expect(await codeOf(path)).toBe('binary.not-executable');
    expect(await readExecutableHeader(path)).toBeNull();
  });

  it('a folder, a link to one, nothing at all', async () => {
    const link = join(folder, 'link');
    await symlink(tmpdir(), link, 'dir');
    expect([await codeOf(folder), await codeOf(link), await codeOf(join(folder, 'nothing'))]).toEqual([
      'binary.not-executable',
      'binary.not-executable',
      'file.not-found',
    ]);
  });

  it('a program that another compiler made', async () => {
    expect(await codeOf(process.execPath)).toBe('binary.not-go');
    const { arch } = process;
    const header = await readExecutableHeader(process.execPath);
    expect(header?.targets.map((t) => t.arch)).toContain(arch === 'x64' ? 'amd64' : arch);
  });

  it.skipIf(process.platform === 'win32')('a named pipe that nobody writes to', async () => {
    const pipe = join(folder, 'pipe');
    await execa('mkfifo', [pipe]);
    expect(await codeOf(pipe)).toBe('binary.not-executable');
  });

  it('a file larger than memory', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const path = join(folder, 'huge');
    await writeFile(path, program);
    await using file = await open(path, 'r+');
    await file.truncate(2 ** 40);
    expect(await codeOf(path)).toBe('binary.too-large');
    expect(await readExecutableHeader(path)).toEqual({
      format: 'elf',
      targets: [{ os: null, arch: 'amd64' }],
    });
  });
});

it('reads every program of a universal file', async (ctx) => {
  const arm = programFor(ctx, 'darwin/arm64');
  const amd = programFor(ctx, 'darwin/amd64');
  const header = Buffer.alloc(4096);
  [0xcafe_babe, 2, 0x0100_000c, 0, 4096, arm.length, 12].forEach((word, i) =>
    header.writeUInt32BE(word, i * 4),
  );
  [0x0100_0007, 3, 4096 + arm.length, amd.length, 12].forEach((word, i) =>
    header.writeUInt32BE(word, 28 + i * 4),
  );
  const paths = ['arm', 'amd', 'universal'].map((name) => join(folder, name));
  const contents = [arm, amd, Buffer.concat([header, arm, amd])];
  await Promise.all(paths.map((path, i) => writeFile(path, contents[i] ?? '')));
  const [first, second, all] = await Promise.all(paths.map((path) => inspectBinary(path)));
  expect(all?.slices).toEqual(
    [first, second].map((one) => ({
      target: one?.target,
      bytes: one?.bytes,
      goVersion: one?.goVersion,
      buckets: one?.buckets,
      packages: one?.packages,
      packagesMissing: null,
    })),
  );
  expect(all).toMatchObject({ target: 'darwin/arm64', bytes: arm.length + amd.length + 4096 });
  expect(all?.buckets.reduce((sum, b) => sum + b.bytes, 0)).toBe(all?.bytes);
  const code = (one: typeof all) => one?.packages.find((p) => p.path === 'runtime')?.codeBytes ?? 0;
  expect(code(all)).toBe(code(first) + code(second));
  expect((await readExecutableHeader(paths[2] ?? ''))?.targets).toEqual([
    { os: 'darwin', arch: 'arm64' },
    { os: 'darwin', arch: 'amd64' },
  ]);
});
