/** What follows an opcode (Intel's manual, volume 2, appendix A): bytes of an operand, and those of an immediate. */
export const hasModRm = 0x80;
export const immediate = {
  none: 0,
  byte: 1,
  word: 2,
  three: 3,
  /** Four bytes, or two with the prefix 0x66. */
  operand: 4,
  /** The same, or eight with REX.W. */
  wide: 5,
  four: 6,
  eight: 7,
};

const others: Record<number, number> = {
  0x63: hasModRm,
  0x68: immediate.operand,
  0x69: hasModRm | immediate.operand,
  0x6a: immediate.byte,
  0x6b: hasModRm | immediate.byte,
  0x80: hasModRm | immediate.byte,
  0x81: hasModRm | immediate.operand,
  0x83: hasModRm | immediate.byte,
  0xa8: immediate.byte,
  0xa9: immediate.operand,
  0xc0: hasModRm | immediate.byte,
  0xc1: hasModRm | immediate.byte,
  0xc2: immediate.word,
  0xc6: hasModRm | immediate.byte,
  0xc7: hasModRm | immediate.operand,
  0xc8: immediate.three,
  0xca: immediate.word,
  0xcd: immediate.byte,
  0xe8: immediate.four,
  0xe9: immediate.four,
  0xeb: immediate.byte,
  0xf6: hasModRm,
  0xf7: hasModRm,
  0xfe: hasModRm,
  0xff: hasModRm,
};

/** After opcodes of one byte. */
export const afterOneByte = kinds((opcode) => {
  if (opcode < 0x40)
    return [hasModRm, hasModRm, hasModRm, hasModRm, immediate.byte, immediate.operand, 0, 0][opcode & 7] ?? 0;
  if (opcode >= 0x70 && opcode < 0x80) return immediate.byte;
  if (opcode >= 0x84 && opcode < 0x90) return hasModRm;
  if (opcode >= 0xa0 && opcode < 0xa4) return immediate.eight;
  if (opcode >= 0xb0 && opcode < 0xb8) return immediate.byte;
  if (opcode >= 0xb8 && opcode < 0xc0) return immediate.wide;
  if (opcode >= 0xd0 && opcode < 0xd4) return hasModRm;
  if (opcode >= 0xd8 && opcode < 0xe0) return hasModRm;
  if (opcode >= 0xe0 && opcode < 0xe8) return immediate.byte;
  return others[opcode] ?? 0;
});

const alone = new Set([0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0e, 0x77, 0xa0, 0xa1, 0xa2, 0xa8, 0xa9, 0xaa]);
const withByte = new Set([0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6]);

/** After opcodes that begin with 0x0f. */
export const afterTwoBytes = kinds((opcode) => {
  if (opcode >= 0x80 && opcode < 0x90) return immediate.four;
  if (alone.has(opcode) || (opcode >= 0x30 && opcode < 0x38) || (opcode >= 0xc8 && opcode < 0xd0)) return 0;
  return hasModRm | (withByte.has(opcode) ? immediate.byte : 0);
});

function kinds(kindOf: (opcode: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, opcode) => kindOf(opcode));
}
