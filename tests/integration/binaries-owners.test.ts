import { execa } from 'execa';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bucket, Inspection } from '#contract/binaries';
import { inspectBinary } from '#core/binaries';
import { buildGo, goModule, whyNoGo, type Wanted } from '#testing/go-programs';
import { bucketBytes, expectConsistent } from '#testing/inspected';
import { stressed } from '#testing/stress';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

async function module(files: Record<string, string>): Promise<string> {
  const folder = await goModule(files);
  made.push(folder);
  return folder;
}

/** Without its flags in the build info (`-trimpath`), so that a program and its stripped twin have the same data. */
async function built(wanted: Wanted): Promise<{ path: string; inspection: Inspection }> {
  const path = await buildGo({ ...wanted, args: ['-trimpath', ...(wanted.args ?? [])] });
  made.push(dirname(path));
  const inspection = await inspectBinary(path);
  expectConsistent(inspection);
  return { path, inspection };
}

type Name = Bucket['name'];

/** What each package owns of a bucket. */
function partsOf({ packages }: Inspection, bucket: Name): Map<string, number> {
  return new Map(
    packages.flatMap(({ path, parts }) =>
      parts.flatMap((part): [string, number][] => (part.bucket === bucket ? [[path, part.bytes]] : [])),
    ),
  );
}

/** What is compared between two programs: the packages of one bucket. */
function difference(of: Map<string, number>, from: Map<string, number>) {
  const total = of.values().reduce((sum, bytes) => sum + bytes, 0);
  const moved = [...new Set([...of.keys(), ...from.keys()])].reduce(
    (sum, path) => sum + Math.abs((of.get(path) ?? 0) - (from.get(path) ?? 0)) / 2,
    0,
  );
  const errors = [...of]
    .filter(([, bytes]) => bytes >= 1000)
    .map(([path, bytes]) => Math.abs((from.get(path) ?? 0) - bytes) / bytes)
    .toSorted((a, b) => a - b);
  return { moved: moved / total, median: errors[Math.floor(errors.length / 2)] ?? 0 };
}

/** Data by package according to `nm`: only variables that have a name. */
async function nmData(program: string): Promise<Map<string, number>> {
  const { stdout } = await execa('nm', ['-S', program], { maxBuffer: 1e9 });
  const sums = new Map<string, number>();
  for (const [, size = '', symbol = ''] of stdout.matchAll(/^[0-9a-f]+ ([0-9a-f]+) [Dd] (.*)$/gm)) {
    const path = /^((?:[^[({ ]*\/)?[^./[({ ]+)\./.exec(symbol)?.[1];
    if (path === undefined || /^(go|type):/.test(symbol)) continue;
    sums.set(path, (sums.get(path) ?? 0) + Number.parseInt(size, 16));
  }
  return sums;
}

const server = {
  'go.mod': 'module example.com/server\n\ngo 1.17\n',
  'main.go': `package main

import "net/http"

func main() { _ = http.ListenAndServe("127.0.0.1:0", nil) }
`,
};

type Twin = [go: string, target: string, mode: string];
/** The Go of this machine. */
const installed = 'the installed Go';
const versionOf = (go: string) => (go === installed ? undefined : go);
const normalTwins: Twin[] = [
  [installed, 'linux/amd64', 'exe'],
  [installed, 'linux/arm64', 'pie'],
];
const targets = [
  'linux/amd64',
  'linux/arm64',
  'darwin/amd64',
  'darwin/arm64',
  'windows/amd64',
  'windows/arm64',
];
const versions = ['go1.16.15', 'go1.18.10', 'go1.20.14', 'go1.24.9', 'go1.27.0'];
const allTwins: Twin[] = [
  ...normalTwins,
  ...targets.map((target): Twin => [installed, target, target.startsWith('darwin') ? 'pie' : 'exe']),
  ...versions.map((version): Twin => [version, 'linux/amd64', 'exe']),
];

describe('a stripped program has the owners that its symbols tell', () => {
  it.for(stressed(normalTwins, allTwins))('%s for %s, built as %s', async ([go, target, mode], ctx) => {
    const version = versionOf(go);
    const missing = await whyNoGo(version);
    if (missing) ctx.skip(missing);
    const wanted = { module: await module(server), target, ...(version && { version }) };
    const whole = await built({ ...wanted, args: [`-buildmode=${mode}`] });
    const stripped = await built({ ...wanted, args: [`-buildmode=${mode}`, '-ldflags=-s -w'] });
    const loaded: Name[] = ['code', 'function-tables', 'types', 'read-only-data', 'data'];
    const size = loaded.reduce((sum, name) => sum + bucketBytes(stripped.inspection, name), 0);
    const left = stripped.inspection.unowned.filter(({ name }) => loaded.includes(name));
    expect(left.reduce((sum, { bytes }) => sum + bytes, 0) / size).toBeLessThan(0.05);
    const { owned, unowned, bytes } = stripped.inspection;
    expect(owned.bytes + unowned.reduce((sum, bucket) => sum + bucket.bytes, 0)).toBe(bytes);
    expect(owned.byShare / bytes).toBeLessThan(0.1);
    for (const name of ['code', 'function-tables', 'types'] as const) {
      expect(partsOf(stripped.inspection, name), name).toEqual(partsOf(whole.inspection, name));
    }
    // Only ELF has sizes in its symbols.
    if (!target.startsWith('linux/')) return;
    const data = difference(partsOf(whole.inspection, 'data'), partsOf(stripped.inspection, 'data'));
    // In older programs, more code refers to variables of other packages.
    const isOld = /^go1\.1\d\./.test(go);
    expect(data.median).toBeLessThanOrEqual(isOld ? 0.03 : 0.02);
    expect(data.moved).toBeLessThan(isOld ? 0.07 : 0.06);
    const named = await nmData(whole.path);
    const compared = new Map([...named].filter(([, nm]) => nm >= 1000));
    expect(compared.size).toBeGreaterThan(10);
    const ours = partsOf(stripped.inspection, 'data');
    const lost = [...compared].map(([path, nm]) => Math.max(0, nm - (ours.get(path) ?? 0)) / nm);
    expect(lost.toSorted((x, y) => x - y)[Math.floor(lost.length / 2)]).toBeLessThanOrEqual(0.02);
  });
});

it.runIf(stressed(false, true))(
  'function data belongs to the packages of its functions before Go 1.18 too',
  async (ctx) => {
    const sizes: Map<string, number>[] = [];
    for (const version of ['go1.17.13', 'go1.18.10']) {
      const missing = await whyNoGo(version);
      if (missing) ctx.skip(missing);
      const wanted = {
        module: await module(server),
        target: 'linux/amd64',
        version,
        args: ['-ldflags=-s -w'],
      };
      const { inspection } = await built(wanted);
      const [tables, data] = (['function-tables', 'read-only-data'] as const).map((name) =>
        partsOf(inspection, name),
      );
      sizes.push(new Map([...(data ?? [])].map(([path, bytes]) => [path, bytes + (tables?.get(path) ?? 0)])));
    }
    const [before, after] = sizes;
    const ratios = [...(after ?? [])]
      .filter(([, bytes]) => bytes > 20_000)
      .map(([path, bytes]) => (before?.get(path) ?? 0) / bytes)
      .toSorted((a, b) => a - b);
    expect(ratios.length).toBeGreaterThan(10);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeCloseTo(1, 1);
    expect(ratios.at(-1)).toBeLessThan(1.3);
  },
);

function lines(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join('\n');
}

/** Packages that are large for a known reason, `size` times. */
function largePackages(size: number): Record<string, string> {
  return {
    'go.mod': 'module example.com/large\n\ngo 1.17\n',
    'main.go': `package main

import (
	"example.com/large/table"
	"example.com/large/text"
	"example.com/large/types"
)

func main() { println(text.Long(), table.At(len(types.All())), types.All()[0] != nil) }
`,
    'text/text.go': `package text\n\n//go:noinline\nfunc Long() string { return "${'0123456789'.repeat(size * 50_000)}" }\n`,
    'table/table.go': `package table\n\nvar numbers = [...]int64{\n${lines(size * 10_000, (i) => `\t${i + 1},`)}\n}\n
//go:noinline
func At(i int) int64 { numbers[i]++; return numbers[i] }
`,
    'types/types.go': `package types\n
${lines(size * 200, (i) => `type T${i} struct { Field${i}, Other${i} string }`)}
//go:noinline
func All() []interface{} { return []interface{}{\n${lines(size * 200, (i) => `\t(*T${i})(nil),`)}\n} }
`,
  };
}

it.for(stressed<Twin[]>([[installed, 'linux/amd64', 'exe']], allTwins))(
  'a package has the bytes that it adds: %s for %s, built as %s',
  async ([go, target, mode], ctx) => {
    const version = versionOf(go);
    const missing = await whyNoGo(version);
    if (missing) ctx.skip(missing);
    const [small, large] = [1, 3].map(async (size) => {
      const args = [`-buildmode=${mode}`, '-ldflags=-s -w'];
      const wanted = { module: await module(largePackages(size)), target, args, ...(version && { version }) };
      return (await built(wanted)).inspection;
    });
    const [before, after] = [await small, await large];
    if (!before || !after) throw new Error('not built');
    const growth = (name: string, bucket: Name) =>
      (partsOf(after, bucket).get(`example.com/large/${name}`) ?? 0) -
      (partsOf(before, bucket).get(`example.com/large/${name}`) ?? 0);
    expect(growth('text', 'read-only-data') / 1_000_000).toBeCloseTo(1, 2);
    expect(growth('table', 'data') / 160_000).toBeCloseTo(1, 2);
    // What else the read-only data grows by is types, which Go 1.27 keeps apart, and functions that compare them.
    const grown = (bucket: Name) => bucketBytes(after, bucket) - bucketBytes(before, bucket);
    const [generatedBefore, generatedAfter] = [before, after].map(
      (each) => partsOf(each, 'read-only-data').get('(generated)') ?? 0,
    );
    const generated = (generatedAfter ?? 0) - (generatedBefore ?? 0);
    const types = growth('types', 'read-only-data') + growth('types', 'types') + generated;
    const expected = grown('read-only-data') + grown('types') - growth('text', 'read-only-data');
    expect(types / expected).toBeGreaterThan(0.98);
    expect(types / expected).toBeLessThan(1.02);
  },
);
