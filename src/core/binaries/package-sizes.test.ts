import { expect, it } from 'vitest';
import type { FunctionEntry } from './function-table.ts';
import { sumPackages } from './package-sizes.ts';

const entry = (name: string, start: number, end: number, tableBytes = 100): FunctionEntry => ({
  name,
  start,
  end,
  tableBytes,
  lastFuncData: -1,
});

it('sums the sizes of packages, largest first', () => {
  const functions = [
    entry('a.F', 0, 10),
    entry('b.F', 10, 40),
    entry('a.G', 40, 45),
    entry('memeqbody', 45, 46),
  ];
  expect(sumPackages(functions, null, 'amd64', 26)).toEqual([
    { path: 'a', functions: 2, codeBytes: 15, bytes: 215 },
    { path: 'b', functions: 1, codeBytes: 30, bytes: 130 },
    { path: '(no package)', functions: 1, codeBytes: 1, bytes: 101 },
  ]);
});

it.each([
  ['amd64', [0xc3, 0xcc, 0xcc, 0xcc], 1],
  ['amd64', [0xcc, 0xcc, 0xcc, 0xcc], 0],
  ['386', [0xc3, 0xc3, 0xc3, 0xcc], 3],
  // Padding by the assembler belongs to the function, as in go tool nm.
  ['arm64', [0xc0, 0x03, 0x5f, 0xd6, 0, 0, 0, 0], 8],
  ['ppc64le', [0x20, 0, 0x80, 0x4e, 0, 0, 0, 0], 4],
  // `ret` on riscv64 ends with two zero bytes.
  ['riscv64', [0x67, 0x80, 0, 0, 0, 0, 0, 0], 4],
  ['loong64', [0x20, 0, 0, 0x4c, 0, 0, 0x2a, 0], 4],
])('leaves out the padding of %s %j', (arch, code, codeBytes) => {
  const [size] = sumPackages([entry('a.F', 0, code.length)], Buffer.from(code), arch, 26);
  expect(size?.codeBytes).toBe(codeBytes);
});

it('counts padding as code if the code is missing', () => {
  const [size] = sumPackages([entry('a.F', 0, 8)], Buffer.alloc(4, 0xcc), 'amd64', 26);
  expect(size?.codeBytes).toBe(8);
});
