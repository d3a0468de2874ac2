import { execa } from 'execa';
import { appendFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Inspection } from '#contract/binaries';
import { inspectBinary } from '#core/binaries';
import { buildGo, smallModule, type Wanted, whyNoGo } from '#testing/go-programs';
import { bucketBytes, expectConsistent } from '#testing/inspected';
import { onPath } from '#testing/on-path';
import { stressed } from '#testing/stress';

// The parts of a program that are not loaded, and what the system's loader needs.

const made: string[] = [];
let missing: string | null = null;
let module = '';

beforeAll(async () => {
  missing = (await whyNoGo()) ?? (onPath('readelf') === null ? 'no readelf here' : null);
  if (missing) return;
  module = await smallModule();
  made.push(module);
});

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

async function built(wanted: Omit<Wanted, 'module'>): Promise<string> {
  const program = await buildGo({ ...wanted, module });
  made.push(dirname(program));
  return program;
}

/** What each package owns of a bucket. */
function partsOf({ packages }: Inspection, bucket: string): Map<string, { bytes: number; byShare: number }> {
  return new Map(
    packages.flatMap(({ path, parts }) => {
      const part = parts.find((each) => each.bucket === bucket);
      return part ? [[path, part] as const] : [];
    }),
  );
}

const sum = (list: Iterable<number>) => Array.from(list).reduce((total, each) => total + each, 0);

async function readelf(...args: string[]): Promise<string> {
  const { stdout } = await execa('readelf', ['-W', ...args], { env: { LC_ALL: 'C' }, maxBuffer: 1e9 });
  return stdout;
}

it('gives each package the unit of debug information that describes it', async (ctx) => {
  if (missing) ctx.skip(missing);
  const program = await built({ target: 'linux/amd64', args: ['-ldflags=-compressdwarf=false'] });
  const inspection = await inspectBinary(program);
  expectConsistent(inspection);
  const parts = partsOf(inspection, 'debug-info');
  expect(sum(parts.values().map((part) => part.bytes))).toBe(bucketBytes(inspection, 'debug-info'));
  const units = new Map<string, number>();
  const said = await readelf('--debug-dump=info', '--dwarf-depth=1', program);
  for (const unit of said.split('Compilation Unit @').slice(1)) {
    const length = /Length: +0x([0-9a-f]+)/.exec(unit)?.[1] ?? '';
    const name = /DW_AT_name +: (?:\(.*?\) )?(.*)/.exec(unit)?.[1]?.trim() ?? '';
    units.set(name, (units.get(name) ?? 0) + Number.parseInt(length, 16) + 4);
  }
  expect(units.size).toBeGreaterThan(30);
  for (const [path, bytes] of units) {
    // The unit of the types has the name of the runtime.
    if (path === 'runtime') continue;
    const { bytes: all, byShare } = parts.get(path) ?? { bytes: 0, byShare: 0 };
    expect.soft(all - byShare, path).toBeGreaterThanOrEqual(bytes);
  }
  // Locations of variables and abbreviations are shared.
  expect(
    sum(parts.values().map((part) => part.byShare)) / bucketBytes(inspection, 'debug-info'),
  ).toBeLessThan(0.25);

  const compressed = partsOf(await inspectBinary(await built({ target: 'linux/amd64' })), 'debug-info');
  const all = sum(compressed.values().map((part) => part.bytes));
  const whole = bucketBytes(inspection, 'debug-info');
  for (const path of ['runtime', 'fmt', 'reflect', 'example.com/small/greet']) {
    const [share, exact] = [(compressed.get(path)?.bytes ?? 0) / all, (parts.get(path)?.bytes ?? 0) / whole];
    expect.soft(share / exact, path).toBeGreaterThan(0.8);
    expect.soft(share / exact, path).toBeLessThan(1.25);
  }
});

it('gives each package its symbols', async (ctx) => {
  if (missing) ctx.skip(missing);
  const program = await built({ target: 'linux/amd64' });
  const inspection = await inspectBinary(program);
  const symbols = new Map<string, number>();
  for (const [, name = ''] of (await readelf('-s', program)).matchAll(
    /^ *\d+: [0-9a-f]+ +\S+ +(?:FUNC|OBJECT) +\S+ +\S+ +\S+ (\S.*)$/gm,
  )) {
    const path = /^((?:[^/.[({ ]*(?:\.[^/[({ ]*)?\/)*[^./[({ ]+)\./.exec(name)?.[1];
    if (path === undefined || /^(go|type):|^\$/.test(name)) continue;
    symbols.set(path, (symbols.get(path) ?? 0) + 24 + Buffer.byteLength(name) + 1);
  }
  const parts = partsOf(inspection, 'symbols');
  expect(symbols.size).toBeGreaterThan(30);
  // Those of its types are added.
  for (const [path, bytes] of symbols)
    expect.soft(parts.get(path)?.bytes, path).toBeGreaterThanOrEqual(bytes);
  expect(parts.get('example.com/dep')?.bytes).toBe(symbols.get('example.com/dep'));
  expect(sum(parts.values().map((part) => part.bytes))).toBe(bucketBytes(inspection, 'symbols'));
});

it('gives each package the relocations of its data', async (ctx) => {
  if (missing) ctx.skip(missing);
  const program = await built({ target: 'linux/amd64', args: ['-buildmode=pie', '-ldflags=-s -w'] });
  const inspection = await inspectBinary(program);
  const [, size = ''] =
    /\.rela(?:\.dyn)? +RELA +\S+ +\S+ +([0-9a-f]+)/.exec(await readelf('-S', program)) ?? [];
  const parts = partsOf(inspection, 'other');
  const own = [...parts].filter(([path]) => path !== '(linker)');
  expect(sum(own.map(([, part]) => part.bytes)) / Number.parseInt(size, 16)).toBeGreaterThan(0.9);
  expect(parts.get('example.com/small/greet')?.bytes).toBeGreaterThanOrEqual(24);
  expect(sum(parts.values().map((part) => part.bytes))).toBe(bucketBytes(inspection, 'other'));
});

it.for(
  stressed<Omit<Wanted, 'module'>[]>(
    [{ target: 'windows/amd64' }, { target: 'darwin/arm64' }],
    [
      { target: 'windows/amd64' },
      { target: 'darwin/arm64' },
      { target: 'darwin/amd64' },
      { target: 'linux/s390x' },
      { target: 'linux/386' },
      { target: 'plan9/amd64' },
      { target: 'wasip1/wasm' },
      { target: 'linux/amd64', version: 'go1.12.17' },
      { target: 'linux/amd64', version: 'go1.20.14' },
    ],
  ),
)('leaves no byte of these without an owner: %o', async (wanted, ctx) => {
  const reason = missing ?? (await whyNoGo(wanted.version));
  if (reason) ctx.skip(reason);
  const inspection = await inspectBinary(await built(wanted));
  expectConsistent(inspection);
  for (const bucket of ['debug-info', 'symbols', 'other'] as const) {
    const parts = partsOf(inspection, bucket);
    expect.soft(sum(parts.values().map((part) => part.bytes)), bucket).toBe(bucketBytes(inspection, bucket));
  }
});

const unownedOther = ({ unowned }: Inspection) => unowned.find(({ name }) => name === 'other')?.bytes ?? 0;

it('leaves what was appended to a program without an owner', async (ctx) => {
  if (missing) ctx.skip(missing);
  const program = await built({ target: 'linux/amd64', args: ['-ldflags=-s -w'] });
  const before = await inspectBinary(program);
  await appendFile(program, Buffer.alloc(100_000));
  const after = await inspectBinary(program);
  expect([unownedOther(before), unownedOther(after)]).toEqual([0, 100_000]);
});
