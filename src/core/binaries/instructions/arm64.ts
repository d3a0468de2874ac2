import type { Found } from './found.ts';

/**
 * Enters every address that pairs of instructions from `start` to `end` of `code` compute: ADRP sets a register to a page,
 * and ADD, or the offset of a load or store, adds the rest; and the number that the next instructions move into a
 * register, which may be the length of a string. `owner` is the package of the function.
 */
export function arm64References(
  code: Uint8Array,
  start: number,
  end: number,
  owner: number,
  found: Found,
): void {
  const page = found.start & 0xfff;
  for (let i = start; i + 8 <= end; i += 4) {
    // The opcode is in the last byte; immlo has two bits of it.
    if (((code[i + 3] ?? 0) & 0x9f) !== 0x90) continue;
    const first = instructionAt(code, i);
    const second = instructionAt(code, i + 4);
    const register = first & 0x1f;
    if (((second >>> 5) & 0x1f) !== register) continue;
    const offset = lowBits(second);
    if (offset < 0) continue;
    const high = ((first >> 5) & 0x7ffff) << 2;
    const pages = ((high | ((first >>> 29) & 3)) << 11) >> 11;
    found.places[found.count] = ((page + i) & ~0xfff) - page + pages * 4096 + offset;
    found.owners[found.count] = owner;
    found.lengths[found.count] = movedNumber(code, i + 8, end);
    found.count++;
  }
}

function instructionAt(code: Uint8Array, at: number): number {
  const low = (code[at] ?? 0) | ((code[at + 1] ?? 0) << 8);
  return low | ((code[at + 2] ?? 0) << 16) | ((code[at + 3] ?? 0) << 24);
}

/** What the second instruction adds; -1: it is another one. */
function lowBits(instruction: number): number {
  const immediate = (instruction >>> 10) & 0xfff;
  if ((instruction & 0xffc0_0000) >>> 0 === 0x9100_0000) return immediate;
  if ((instruction & 0x3b00_0000) !== 0x3900_0000) return -1;
  const isWide = (instruction & 0x0480_0000) === 0x0480_0000 && instruction >>> 30 === 0;
  return immediate << (isWide ? 4 : instruction >>> 30);
}

/** MOVZ, and MOVK for the upper half; 0: neither. */
function movedNumber(code: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return 0;
  const low = instructionAt(code, at);
  if ((low & 0x7fe0_0000) >>> 0 !== 0x5280_0000) return 0;
  const number = (low >>> 5) & 0xffff;
  if (at + 8 > end) return number;
  const high = instructionAt(code, at + 4);
  if ((high & 0x7fe0_0000) >>> 0 !== 0x72a0_0000 || (high & 0x1f) !== (low & 0x1f)) return number;
  return ((high >>> 5) & 0xffff) * 65_536 + number;
}
