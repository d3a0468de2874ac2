import { expect, it } from 'vitest';
import { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import type { FunctionList } from '../functions/index.ts';
import { eachCall } from './calls.ts';

const base = 0x1000;

/** [from, to] of the calls of functions of 16 bytes each. */
function calls(arch: string, ...functions: string[]): number[][] {
  const code = Buffer.alloc(functions.length * 16);
  for (const [i, hex] of functions.entries()) Buffer.from(hex.replaceAll(' ', ''), 'hex').copy(code, i * 16);
  const image = {
    arch,
    bytes: new Bytes(code, true, 8),
    mappings: [{ address: base, offset: 0, bytes: code.length, writable: false }],
  } as unknown as Image;
  const list = {
    base,
    count: functions.length,
    starts: Uint32Array.from(functions, (_, i) => i * 16),
    codeBytes: Uint32Array.from(functions, () => 16),
  } as unknown as FunctionList;
  const found: number[][] = [];
  eachCall(
    image,
    list,
    (offset) => (offset % 16 === 0 && offset >= 0 && offset < code.length ? offset / 16 : undefined),
    (...each) => found.push(each),
  );
  return found;
}

it.each([
  ['call of the next function', 'amd64', ['e8 0b000000', 'c3'], [[0, 1]]],
  ['jump to the one before', 'amd64', ['c3', '90 e9 eaffffff'], [[1, 0]]],
  ['call of itself', 'amd64', ['e8 fbffffff'], []],
  ['number that looks like a call', 'amd64', ['b8 e8 0b000000', 'c3'], [[0, 1]].slice(1)],
  ['call into the middle of a function', 'amd64', ['e8 0c000000', 'c3'], []],
  ['bl of the next function', 'arm64', ['04000094', 'c0035fd6'], [[0, 1]]],
  ['b to the one before', 'arm64', ['c0035fd6', 'fcffff17'], [[1, 0]]],
  ['other processor', 'riscv64', ['e8 0b000000', 'c3'], []],
])('%s', (_, arch, functions, expected) => {
  expect(calls(arch, ...functions)).toEqual(expected);
});
