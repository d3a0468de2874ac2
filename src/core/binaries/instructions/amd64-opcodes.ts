/**
 * What follows an opcode (Intel's manual, volume 2, appendix A): the bytes of an immediate, in the lowest four bits, and
 * these flags.
 */
export const hasModRm = 0x80;
/** The immediate has two bytes with the prefix 0x66. */
export const isOperandSized = 0x40;
/** The immediate has eight bytes with REX.W. */
export const isWide = 0x20;
/** It is no opcode but a prefix, or begins an opcode of several bytes. */
export const isSpecial = 0x100;
/** TEST, and others without an immediate. */
export const isGroup3 = 0x200;

const operand = 4 | isOperandSized;

const prefixes = [0x0f, 0x26, 0x2e, 0x36, 0x3e, 0x62, 0x64, 0x65, 0x66, 0x67, 0xc4, 0xc5, 0xf0, 0xf2, 0xf3];

/** The bytes, and what follows each; those in no list are followed by nothing. */
const single: [bytes: readonly number[], kind: number][] = [
  [range(0x84, 0x90), hasModRm],
  [[...range(0xd0, 0xd4), ...range(0xd8, 0xe0), 0x63, 0xfe, 0xff], hasModRm],
  [[...range(0x70, 0x80), ...range(0xb0, 0xb8), ...range(0xe0, 0xe8), 0x6a, 0xa8, 0xcd, 0xeb], 1],
  [[0x6b, 0x80, 0x83, 0xc0, 0xc1, 0xc6], hasModRm | 1],
  [[0x69, 0x81, 0xc7], hasModRm | operand],
  [[0x68, 0xa9], operand],
  [range(0xb8, 0xc0), operand | isWide],
  [range(0xa0, 0xa4), 8],
  [[0xc2, 0xca], 2],
  [[0xc8], 3],
  [[0xe8, 0xe9], 4],
  [[0xf6], hasModRm | isGroup3 | 1],
  [[0xf7], hasModRm | isGroup3 | operand],
  [prefixes, isSpecial],
];

/** After opcodes of one byte. */
export const afterOneByte = kinds((opcode) => {
  const listed = single.find(([bytes]) => bytes.includes(opcode));
  if (listed) return listed[1];
  if (opcode >= 0x40) return 0;
  return [hasModRm, hasModRm, hasModRm, hasModRm, 1, operand, 0, 0][opcode & 7] ?? 0;
});

const alone = [0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0e, 0x77, 0xa0, 0xa1, 0xa2, 0xa8, 0xa9, 0xaa];
const withByte = [0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6];

/** After opcodes that begin with 0x0f. */
export const afterTwoBytes = kinds((opcode) => {
  if (opcode >= 0x80 && opcode < 0x90) return 4;
  if (alone.includes(opcode) || (opcode >= 0x30 && opcode < 0x38) || opcode >> 3 === 0x19) return 0;
  return hasModRm | (withByte.includes(opcode) ? 1 : 0);
});

function range(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, i) => from + i);
}

function kinds(kindOf: (opcode: number) => number): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, opcode) => kindOf(opcode));
}
