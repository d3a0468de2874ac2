import { expect, it } from 'vitest';
import { Bytes, Damaged } from './bytes.ts';

const content = Buffer.from([1, 2, 3, 4, 5, 6, 0, 0, 0x61, 0x62, 0]);

it('reads numbers in both byte orders', () => {
  const little = new Bytes(content, true, 8);
  const big = new Bytes(content, false, 4);
  expect([little.u8(1), little.u16(0), little.u32(0), little.u64(0)]).toEqual([
    2, 0x0201, 0x0403_0201, 0x0605_0403_0201,
  ]);
  expect([big.u16(0), big.u32(0), big.pointer(2)]).toEqual([0x0102, 0x0102_0304, 0x0304_0506]);
  expect(little.pointer(0)).toBe(0x0605_0403_0201);
});

it('reads text up to a NUL, a limit or the end', () => {
  const bytes = new Bytes(content, true, 8);
  expect([bytes.text(8, 10), bytes.text(8, 1), bytes.part(8, 2).text(0, 10)]).toEqual(['ab', 'a', 'ab']);
});

it.each<[string, (bytes: Bytes) => unknown]>([
  ['a number that crosses the end', (b) => b.u32(8)],
  ['a number before the start', (b) => b.u8(-1)],
  ['a part that crosses the end', (b) => b.part(8, 4)],
  ['a part of negative length', (b) => b.part(8, -1)],
  ['text past the end', (b) => b.text(12, 1)],
  ['an offset that is not an integer', (b) => b.u8(Number.NaN)],
  ['a number that JavaScript cannot hold', (b) => new Bytes(Buffer.alloc(8, 0xff), b.littleEndian, 8).u64(0)],
])('refuses %s', (_, read) => {
  expect(() => read(new Bytes(content, true, 8))).toThrow(Damaged);
});
