/**
 * Calls `found` with every address that pairs of instructions from `start` to `end` of `code` compute: ADRP sets a register
 * to a page, and ADD, or the offset of a load or store, adds the rest. Addresses are offsets from the first byte of
 * `code`, which is at `page` of a page. `length` is the number that the next instructions move into a register: of a
 * string, its length; 0: they move none.
 */
export function arm64References(
  code: Buffer,
  start: number,
  end: number,
  page: number,
  found: (at: number, length: number) => void,
): void {
  for (let i = start; i + 8 <= end; i += 4) {
    // The opcode is in the last byte; immlo has two bits of it.
    if (((code[i + 3] ?? 0) & 0x9f) !== 0x90) continue;
    const first = code.readUInt32LE(i);
    const second = code.readUInt32LE(i + 4);
    const register = first & 0x1f;
    if (((second >>> 5) & 0x1f) !== register) continue;
    const offset = lowBits(second);
    if (offset < 0) continue;
    const high = ((first >> 5) & 0x7ffff) << 2;
    const pages = ((high | ((first >>> 29) & 3)) << 11) >> 11;
    found(((page + i) & ~0xfff) - page + pages * 4096 + offset, movedNumber(code, i + 8, end));
  }
}

/** What the second instruction adds; -1: it is another one. */
function lowBits(instruction: number): number {
  const immediate = (instruction >>> 10) & 0xfff;
  if ((instruction & 0xffc0_0000) >>> 0 === 0x9100_0000) return immediate;
  if ((instruction & 0x3b00_0000) !== 0x3900_0000) return -1;
  const isWide = (instruction & 0x0480_0000) === 0x0480_0000 && instruction >>> 30 === 0;
  return immediate << (isWide ? 4 : instruction >>> 30);
}

/** MOVZ, and MOVK for the upper half. */
function movedNumber(code: Buffer, at: number, end: number): number {
  if (at + 4 > end) return 0;
  const low = code.readUInt32LE(at);
  if ((low & 0x7fe0_0000) >>> 0 !== 0x5280_0000) return 0;
  const number = (low >>> 5) & 0xffff;
  if (at + 8 > end) return number;
  const high = code.readUInt32LE(at + 4);
  if ((high & 0x7fe0_0000) >>> 0 !== 0x72a0_0000 || (high & 0x1f) !== (low & 0x1f)) return number;
  return ((high >>> 5) & 0xffff) * 65_536 + number;
}
