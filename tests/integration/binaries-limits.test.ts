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
  const whole = await buildGo({ module, target: 'linux/amd64', args: ['-ldflags=-compressdwarf=false'] });
  programs.set('with debug information', await readFile(whole));
  await rm(dirname(whole), { recursive: true });
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

/** Puts other content of a section behind an ELF program, and makes the section header refer to it. */
function withSection(program: Buffer, name: string, content: Buffer, address?: bigint): Buffer {
  const headers = Number(program.readBigUInt64LE(0x28));
  const count = program.readUInt16LE(0x3c);
  const names = Number(program.readBigUInt64LE(headers + program.readUInt16LE(0x3e) * 64 + 24));
  const header = Array.from({ length: count }, (_, i) => headers + i * 64).find((at) => {
    const start = names + program.readUInt32LE(at);
    return program.toString('latin1', start, program.indexOf(0, start)) === name;
  });
  if (header === undefined) throw new Error(`There is no section ${name}.`);
  const changed = Buffer.concat([program, content]);
  if (address !== undefined) changed.writeBigUInt64LE(address, header + 16);
  changed.writeBigUInt64LE(BigInt(program.length), header + 24);
  changed.writeBigUInt64LE(BigInt(content.length), header + 32);
  return changed;
}

/** A unit of DWARF 4 with one entry, of the code 1, for which `abbreviations` has the abbreviation. */
function dwarfUnit(abbreviations: number, values: readonly number[] = []): Buffer {
  const unit = Buffer.from([0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 8, 1, ...values]);
  unit.writeUInt32LE(unit.length - 4, 0);
  unit.writeUInt32LE(abbreviations, 6);
  return unit;
}

const units = (count: number, unit: (i: number) => Buffer) =>
  Buffer.concat(Array.from({ length: count }, (_, i) => unit(i)));

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

  it('of debug information whose units have long abbreviations', async (ctx) => {
    const program = programFor(ctx, 'with debug information');
    // Names that take no bytes; each unit begins to read two bytes behind the one before.
    const pairs = Buffer.alloc(400_000, Buffer.from([3, 0x19]));
    const table = Buffer.concat([Buffer.from([1, 0x11, 0]), pairs, Buffer.alloc(3)]);
    const overlapping = units(100_000, (i) => dwarfUnit(i * 2));
    await expectCheap(
      withSection(withSection(program, '.debug_abbrev', table), '.debug_info', overlapping),
      'read',
    );
    const same = units(100_000, () => dwarfUnit(0));
    await expectCheap(withSection(withSection(program, '.debug_abbrev', table), '.debug_info', same), 'read');
  });

  it('of debug information whose units all have the same long name', async (ctx) => {
    const program = programFor(ctx, 'with debug information');
    // A name in `.debug_line_str` or `.debug_str`.
    const table = Buffer.from([1, 0x11, 0, 3, 0x0e, 0, 0, 0]);
    const named = withSection(program, '.debug_abbrev', table);
    // Go's programs have no `.debug_str`, so another section becomes it: only its name is changed.
    const at = named.lastIndexOf('.debug_gdb_scripts\0');
    if (at >= 0) named.write('.debug_str\0', at);
    const texts = at < 0 ? named : withSection(named, '.debug_str', Buffer.alloc(5000, 0x61));
    await expectCheap(
      withSection(
        texts,
        '.debug_info',
        units(150_000, () => dwarfUnit(0, [0, 0, 0, 0])),
      ),
      'read',
    );
  });

  it('of debug information whose types have millions of values without bytes', async (ctx) => {
    const program = programFor(ctx, 'with debug information');
    const attributes = Array.from({ length: 150 }, () => [2, 0x19]).flat();
    const table = Buffer.from([1, 0x11, 1, 0x13, 0x0b, 0, 0, 2, 0x24, 0, ...attributes, 0, 0, 0]);
    const unit = dwarfUnit(0, [0x16, ...Buffer.alloc(2_000_000, 2), 0]);
    await expectCheap(withSection(withSection(program, '.debug_abbrev', table), '.debug_info', unit), 'read');
  });

  it('of symbols that all have the same long name', async (ctx) => {
    const program = programFor(ctx, 'with debug information');
    const names = withSection(program, '.strtab', Buffer.alloc(1_000_000, 'type:a/'));
    const symbol = Buffer.alloc(24);
    symbol.writeUInt32LE(1, 0);
    await expectCheap(withSection(names, '.symtab', Buffer.alloc(24 * 300_000, symbol)), 'read');
    const short = withSection(program, '.strtab', Buffer.alloc(1_000_000, 'type:a/\0'));
    await expectCheap(withSection(short, '.symtab', Buffer.alloc(24 * 300_000, symbol)), 'read');
  });

  it('of data that is full of pointers to itself', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const address = 0x7000_0000n;
    const bytes = stressed(4_000_000, 60_000_000);
    const data = Buffer.alloc(bytes);
    for (let at = 0; at < bytes; at += 8) {
      data.writeBigUInt64LE(address + BigInt((at * 7919) % bytes), at);
    }
    await expectCheap(withSection(program, '.noptrdata', data, address), 'read');
  });

  it('of inlined calls whose functions all have the same', async (ctx) => {
    const program = programFor(ctx, 'linux/amd64');
    const { functions, index } = tableOf(program);
    const record = (i: number) => index + program.readUInt32LE(index + i * 8 + 4);
    const all = Array.from({ length: functions }, (_, i) => record(i));
    // A function with many inlined calls: their table is the third of its tables.
    const table = Math.max(
      ...all.map((at) => (program.readUInt32LE(at + 28) > 2 ? program.readUInt32LE(at + 52) : 0)),
    );
    for (const at of all) if (program.readUInt32LE(at + 28) > 2) program.writeUInt32LE(table, at + 52);
    await expectCheap(program, 'read');
  });
});
