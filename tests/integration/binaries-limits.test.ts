import { execa } from 'execa';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { buildGo, goModule, whyNoGo } from '#testing/go-programs';
import { stressed } from '#testing/stress';

const child = fileURLToPath(new URL('../support/inspect-child.ts', import.meta.url));
let folder = '';
let missing: string | null = null;
const programs = new Map<string, Buffer>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-limits-'));
  missing = await whyNoGo();
  if (missing) return;
  const module = await goModule({
    'go.mod': 'module example.com/hello\n\ngo 1.17\n',
    'main.go': 'package main\n\nfunc main() { println("hello") }\n',
  });
  for (const target of ['linux/amd64', 'windows/amd64', 'wasip1/wasm']) {
    const program = await buildGo({ module, target, args: ['-ldflags=-s -w'] });
    programs.set(target, await readFile(program));
    await rm(dirname(program), { recursive: true });
  }
  await rm(module, { recursive: true });
  await writeFile(join(folder, 'small'), programs.get('linux/amd64') ?? '');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function programFor(ctx: TestContext, target: string): Buffer {
  return Buffer.from(programs.get(target) ?? ctx.skip(missing ?? 'not built'));
}

interface Cost {
  outcome: string;
  cpuMs: number;
  rssBefore: number;
  peak: number;
}

async function costOf(path: string): Promise<Cost> {
  const { stdout } = await execa(process.execPath, [child, join(folder, 'small'), path]);
  return JSON.parse(stdout) as Cost;
}

/** Expects it to be read or refused within half a second of processor time, not counting that of hashing it. */
async function expectCheap(content: Buffer, outcome: string): Promise<void> {
  const path = join(folder, 'crafted');
  await writeFile(path, content);
  const cost = await costOf(path);
  expect(cost.outcome).toBe(outcome);
  expect(cost.cpuMs).toBeLessThan(500 + content.length / 100_000);
  expect(cost.peak).toBeLessThan(300_000_000);
}

/** The function table of an ELF program: the offsets of its header, index, names and tables of stack sizes. */
function tableOf(program: Buffer) {
  const at = program.indexOf(Buffer.from('f1ffffff0000', 'hex'));
  const word = (i: number) => Number(program.readBigUInt64LE(at + 8 + i * 8));
  return { at, functions: word(0), names: at + word(3), pcTables: at + word(6), index: at + word(7) };
}

/** An unsigned LEB128 number of three bytes. */
const leb = (value: number) => [(value & 0x7f) | 0x80, ((value >> 7) & 0x7f) | 0x80, value >> 14];

describe('memory', () => {
  it.for(stressed(['windows/amd64'], ['linux/amd64', 'windows/amd64']))(
    'a program for %s in a large file',
    async (target, ctx) => {
      const path = join(folder, 'large');
      await writeFile(path, programFor(ctx, target));
      await using file = await open(path, 'r+');
      await file.truncate(stressed(400_000_000, 1_900_000_000));
      const cost = await costOf(path);
      expect(cost.outcome).toBe('read');
      expect(cost.peak).toBeLessThan(300_000_000);
      expect(cost.peak - cost.rssBefore).toBeLessThan(60_000_000);
    },
  );
});

describe('a crafted table costs no more than half a second', () => {
  it('whose functions all have the same record', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const { functions, index } = tableOf(program);
    for (let i = 0; i < functions; i++) program.writeUInt32LE(functions * 8 + 4, index + i * 8 + 4);
    await expectCheap(program, 'damaged');
  });

  it('whose functions all have the same endless name', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const { functions, index, names, pcTables } = tableOf(program);
    program.fill(0x61, names, pcTables - 1);
    for (let i = 0; i < functions; i++) {
      program.writeUInt32LE(0, index + program.readUInt32LE(index + i * 8 + 4) + 4);
    }
    await expectCheap(program, 'damaged');
  });

  it('whose functions all have the same endless table of stack sizes', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const { functions, index, pcTables } = tableOf(program);
    program.fill(1, pcTables, index - 1);
    for (let i = 0; i < functions; i++) {
      program.writeUInt32LE(1, index + program.readUInt32LE(index + i * 8 + 4) + 16);
    }
    await expectCheap(program, 'damaged');
  });

  it('that has millions of functions and no room for them', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    program.writeBigUInt64LE(1_999_999n, tableOf(program).at + 8);
    await expectCheap(program, 'unknown-table');
  });

  it.for(stressed(['windows/amd64'], ['linux/amd64', 'windows/amd64']))(
    'whose data repeats marks of Go, for %s',
    async (target, ctx) => {
      const program = programFor(ctx, target);
      const marks = ['f1ffffff000001080100000000000000', 'ff20476f206275696c64696e663a0802'];
      for (const mark of marks) {
        const filler = Buffer.alloc(stressed(10_000_000, 100_000_000), Buffer.from(mark, 'hex'));
        await expectCheap(Buffer.concat([program, filler]), 'read');
        const inside = Buffer.from(program);
        const table = inside.indexOf(Buffer.from('f1ffffff0000', 'hex'));
        inside.fill(Buffer.from(mark, 'hex'), table - 200_000, table);
        const path = join(folder, 'inside');
        await writeFile(path, inside);
        expect((await costOf(path)).cpuMs).toBeLessThan(500);
      }
    },
  );

  it('of a WebAssembly module whose sections are empty, or whose data is far away', async (ctx) => {
    const program = programFor(ctx, 'wasip1/wasm');
    const head = program.subarray(0, 8);
    const empty = Buffer.concat([head, Buffer.alloc(4_000_000, Buffer.from([1, 0]))]);
    await expectCheap(empty, 'binary.damaged');
    // One piece of data at 2 GB: data section, 7 bytes, one piece in memory 0, i32.const -2147483648, end, 0 bytes.
    const far = [11, 10, 1, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x0b, 0];
    await expectCheap(Buffer.concat([head, Buffer.from(far)]), 'binary.damaged');
    const pieces = Array.from({ length: 100_000 }, () => [0, 0x41, 0, 0x0b, 0]).flat();
    const length = 3 + pieces.length;
    const many = [11, ...leb(length), ...leb(100_000), ...pieces];
    await expectCheap(Buffer.concat([head, Buffer.from(many)]), 'binary.not-go');
  });
});
