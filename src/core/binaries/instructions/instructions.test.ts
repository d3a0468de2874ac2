import { expect, it } from 'vitest';
import { amd64References } from './amd64.ts';
import { arm64References } from './arm64.ts';
import { Found } from './found.ts';

/** [address, length] of what `read` finds in code at an address, as offsets from its start. */
function foundBy(read: typeof amd64References, code: Buffer, address: number): number[][] {
  const found = new Found(code.length);
  found.start = address;
  read(code, 0, code.length, 0, found);
  return Array.from({ length: found.count }, (_, i) => [found.places[i] ?? 0, found.lengths[i] ?? 0]);
}

/** [address, length] of what `code` refers to, as offsets from its start. */
function amd64(hex: string): number[][] {
  return foundBy(amd64References, Buffer.from(hex.replaceAll(' ', ''), 'hex'), 0);
}

it.each([
  ['lea 0x100(%rip),%rax', '488d0500010000', [[0x107, 0]]],
  ['lea and mov $5,%ebx', '488d0500010000 bb05000000', [[0x107, 5]]],
  ['lea and mov $5,%r9d', '488d0500010000 41b905000000', [[0x107, 5]]],
  ['mov 0x10(%rip),%rcx', '488b0d10000000', [[0x17, 0]]],
  ['cmpb $7,0x10(%rip)', '803d1000000007', [[0x17, 0]]],
  ['cmpl $0x11223344,0x10(%rip)', '813d1000000044332211', [[0x1a, 0]]],
  ['movw $0x1122,0x10(%rip)', '66c705100000002211', [[0x19, 0]]],
  ['testb $1,0x10(%rip)', 'f6051000000001', [[0x17, 0]]],
  ['notl 0x10(%rip)', 'f71510000000', [[0x16, 0]]],
  ['movsd 0x10(%rip),%xmm0', 'f20f100510000000', [[0x18, 0]]],
  ['vmovdqu 0x10(%rip),%ymm0', 'c5fe6f0510000000', [[0x18, 0]]],
  ['vpshufb 0x10(%rip),%ymm0,%ymm1', 'c4e27d000d10000000', [[0x19, 0]]],
  ['vpblendd $3,0x10(%rip),%ymm0,%ymm1', 'c4e37d020d1000000003', [[0x1a, 0]]],
  ['pshufd $0x1b,0x10(%rip),%xmm0', '660f7005100000001b', [[0x19, 0]]],
  ['movabs $0x1122334455058d48,%rax holds bytes like those of lea', '48b8488d055544332211 c3', []],
  ['mov 0x8(%rsp),%rax', '488b442408', []],
  ['mov 0x100(,%rax,8),%rcx', '488b0cc500010000', []],
  ['call, ret', 'e800010000 c3', []],
])('%s', (_, hex, expected) => {
  expect(amd64(hex)).toEqual(expected);
});

it('passes over a displacement that is cut off', () => {
  expect(amd64('488d0500')).toEqual([]);
});

/** [address, length] of what `code`, 0x10 bytes behind the start of a page, refers to. */
function arm64(...instructions: number[]): number[][] {
  const code = Buffer.alloc(instructions.length * 4);
  for (const [i, each] of instructions.entries()) code.writeUInt32LE(each, i * 4);
  return foundBy(arm64References, code, 0x10);
}

it.each([
  ['adrp x0, +2 pages; add x0, x0, #0x123', [0xd0000000, 0x91048c00], [[0x2123 - 0x10, 0]]],
  ['adrp x0, -1 page; add x0, x0, #0x8', [0xf0ffffe0, 0x91002000], [[-0x1000 + 8 - 0x10, 0]]],
  ['adrp x27, +1 page; ldr x1, [x27, #0x20]', [0xb000001b, 0xf9401361], [[0x1020 - 0x10, 0]]],
  ['adrp x27, +1 page; strb w1, [x27, #0x20]', [0xb000001b, 0x39008361], [[0x1020 - 0x10, 0]]],
  ['and movz w1, #5', [0xd0000000, 0x91048c00, 0x528000a1], [[0x2123 - 0x10, 5]]],
  ['and movz, movk #1, lsl 16', [0xd0000000, 0x91048c00, 0xd28000a1, 0xf2a00021], [[0x2123 - 0x10, 65_541]]],
  ['another register', [0xd0000000, 0x91048c20], []],
])('%s', (_, instructions, expected) => {
  expect(arm64(...instructions)).toEqual(expected);
});
