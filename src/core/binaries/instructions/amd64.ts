/** No instruction of this opcode has an operand in memory that Go, its assembly or C refer to data with. */
const implausible = -1;

/** The immediate bytes that follow the operand, by opcode; 4 stands for an operand's size of at most four bytes. */
const oneByte = opcodes((at) => {
  if (at < 0x40) return (at & 7) < 4 ? 0 : implausible;
  if (at === 0x69 || at === 0x81 || at === 0xc7) return 4;
  if ([0x6b, 0x80, 0x83, 0xc0, 0xc1, 0xc6].includes(at)) return 1;
  if ([0x63, 0x8d, 0xd0, 0xd1, 0xd2, 0xd3, 0xf6, 0xf7, 0xfe, 0xff].includes(at)) return 0;
  return at >= 0x84 && at <= 0x8b ? 0 : implausible;
});

/** Of the opcodes after 0x0f. */
const twoBytes = opcodes((at) => {
  if ([0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6].includes(at)) return 1;
  return at >= 0x80 && at < 0x90 ? implausible : 0;
});

function opcodes(immediate: (opcode: number) => number): Int8Array {
  return Int8Array.from({ length: 256 }, (_, opcode) => immediate(opcode));
}

/**
 * Calls `found` with every address that instructions from `start` to `end` of `code` refer to relative to their own
 * (RIP-relative), as an offset from the first byte of `code`. Instructions are not decoded: every byte counts that can
 * announce such an operand and follows a plausible opcode. So a few addresses are wrong; hardly any of them is that of data.
 */
export function amd64References(code: Buffer, start: number, end: number, found: (at: number) => void): void {
  const last = end - 5;
  for (let i = start + 1; i <= last; i++) {
    // ModR/M: no base register, and a displacement of 32 bits.
    if (((code[i] ?? 0) & 0xc7) !== 5) continue;
    const immediate = immediateBytes(code, i, start);
    if (immediate === implausible) continue;
    const displacement =
      (code[i + 1] ?? 0) |
      ((code[i + 2] ?? 0) << 8) |
      ((code[i + 3] ?? 0) << 16) |
      ((code[i + 4] ?? 0) << 24);
    found(i + 5 + immediate + displacement);
  }
}

/** `i`: where the ModR/M byte is, whose opcode precedes it. */
function immediateBytes(code: Buffer, i: number, start: number): number {
  const opcode = code[i - 1] ?? 0;
  const before = i - 2 >= start ? (code[i - 2] ?? 0) : 0;
  const third = i - 3 >= start ? (code[i - 3] ?? 0) : 0;
  if (before === 0x0f) return twoBytes[opcode] ?? implausible;
  if (third === 0x0f && (before === 0x38 || before === 0x3a)) return before === 0x38 ? 0 : 1;
  // VEX and EVEX: a prefix of two, three or four bytes takes the place of 0x0f.
  if (third === 0xc5) return twoBytes[opcode] ?? implausible;
  if (i - 4 >= start && code[i - 4] === 0xc4)
    return (third & 0x1f) === 3 ? 1 : (twoBytes[opcode] ?? implausible);
  if (i - 5 >= start && code[i - 5] === 0x62)
    return ((code[i - 4] ?? 0) & 7) === 3 ? 1 : (twoBytes[opcode] ?? implausible);
  const immediate = oneByte[opcode] ?? implausible;
  if (immediate === 4) {
    const isWord = before === 0x66 || (third === 0x66 && (before & 0xf0) === 0x40);
    return isWord ? 2 : 4;
  }
  // TEST is the only one of its group with an immediate.
  if ((opcode === 0xf6 || opcode === 0xf7) && ((code[i] ?? 0) & 0x30) === 0) return opcode === 0xf6 ? 1 : 4;
  return immediate;
}
