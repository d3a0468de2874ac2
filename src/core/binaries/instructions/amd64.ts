import {
  afterOneByte,
  afterTwoBytes,
  hasModRm,
  isGroup3,
  isOperandSized,
  isSpecial,
  isWide,
} from './amd64-opcodes.ts';
import type { Found } from './found.ts';

/**
 * Enters every address that instructions from `start` to `end` of `code` refer to relative to their own (RIP-relative), and
 * the number that the next instruction moves into a register, which may be the length of a string. Of the other
 * instructions, only the length is read; what is no instruction is passed over byte by byte. `owner` is the package of the
 * function. Instructions are many, so this calls and allocates as little as possible.
 */
export function amd64References(
  code: Uint8Array,
  start: number,
  end: number,
  owner: number,
  found: Found,
): void {
  const { places, owners, lengths } = found;
  let { count } = found;
  for (let at = start; at < end; ) {
    let isWord = false;
    let byte = code[at++] ?? 0;
    let kind = afterOneByte[byte] ?? 0;
    // 0x66 makes operands of four bytes two; the others change nothing here.
    while (
      kind === isSpecial &&
      byte !== 0x0f &&
      byte !== 0xc4 &&
      byte !== 0xc5 &&
      byte !== 0x62 &&
      at < end
    ) {
      if (byte === 0x66) isWord = true;
      byte = code[at++] ?? 0;
      kind = afterOneByte[byte] ?? 0;
    }
    let hasWideOperand = false;
    if ((byte & 0xf0) === 0x40) {
      hasWideOperand = (byte & 8) !== 0;
      byte = code[at++] ?? 0;
      kind = afterOneByte[byte] ?? 0;
    }
    if (kind === isSpecial) {
      if (byte === 0x0f) {
        byte = code[at++] ?? 0;
        kind = afterTwoBytes[byte] ?? 0;
        if (byte === 0x38 || byte === 0x3a) {
          at++;
          kind = byte === 0x38 ? hasModRm : hasModRm | 1;
        }
      } else if (byte === 0xc5) {
        kind = afterTwoBytes[code[at + 1] ?? 0] ?? 0;
        at += 2;
      } else if (byte === 0xc4) {
        kind = kindOfMap((code[at] ?? 0) & 0x1f, code[at + 2] ?? 0);
        at += 3;
      } else if (byte === 0x62) {
        kind = kindOfMap((code[at] ?? 0) & 7, code[at + 3] ?? 0);
        at += 4;
      }
    }
    let displacement = 0;
    let immediate = kind & 0xf;
    if ((kind & hasModRm) !== 0) {
      const modRm = code[at++] ?? 0;
      if ((kind & isGroup3) !== 0 && (modRm & 0x30) !== 0) immediate = 0;
      if (modRm < 0xc0) {
        let base = modRm & 7;
        if (base === 4) base = (code[at++] ?? 0) & 7;
        if (modRm >= 0x80) at += 4;
        else if (modRm >= 0x40) at += 1;
        else if (base === 5) {
          if ((modRm & 7) === 5) displacement = at;
          at += 4;
        }
      }
    }
    if (isWord && (kind & isOperandSized) !== 0 && immediate !== 0) immediate = 2;
    if (hasWideOperand && (kind & isWide) !== 0) immediate = 8;
    at += immediate;
    if (displacement !== 0 && at <= end) {
      const low = (code[displacement] ?? 0) | ((code[displacement + 1] ?? 0) << 8);
      const offset = low | ((code[displacement + 2] ?? 0) << 16) | ((code[displacement + 3] ?? 0) << 24);
      places[count] = at + offset;
      owners[count] = owner;
      lengths[count] = movedNumber(code, at, end);
      count++;
    }
  }
  found.count = count;
}

/**
 * The number that an instruction moves into a register: MOV with an immediate of four bytes, with or without a prefix. 0: it
 * is another one.
 */
function movedNumber(code: Uint8Array, start: number, end: number): number {
  const at = code[start] === 0x41 ? start + 1 : start;
  if (at + 5 > end || ((code[at] ?? 0) & 0xf8) !== 0xb8) return 0;
  const low = (code[at + 1] ?? 0) | ((code[at + 2] ?? 0) << 8);
  return low | ((code[at + 3] ?? 0) << 16) | ((code[at + 4] ?? 0) << 24);
}

/** Of VEX and EVEX prefixes, which name the map of opcodes. */
function kindOfMap(map: number, opcode: number): number {
  if (map === 1) return afterTwoBytes[opcode] ?? 0;
  return map === 3 ? hasModRm | 1 : hasModRm;
}
