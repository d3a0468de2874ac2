import { afterOneByte, afterTwoBytes, hasModRm, immediate } from './amd64-opcodes.ts';

/**
 * Calls `found` with every address that instructions from `start` to `end` of `code` refer to relative to their own
 * (RIP-relative), as an offset from the first byte of `code`. Of the other instructions, only the length is read; what
 * is no instruction is passed over byte by byte.
 */
export function amd64References(code: Buffer, start: number, end: number, found: (at: number) => void): void {
  for (let i = start; i < end; ) {
    let at = i;
    let isWord = false;
    let byte = code[at] ?? 0;
    // Prefixes: 0x66 makes operands of four bytes two.
    while (at < end && isPrefix(byte)) {
      if (byte === 0x66) isWord = true;
      byte = code[++at] ?? 0;
    }
    let isWide = false;
    if ((byte & 0xf0) === 0x40) {
      isWide = (byte & 8) !== 0;
      byte = code[++at] ?? 0;
    }
    let kind: number;
    if (byte === 0x0f) {
      byte = code[++at] ?? 0;
      if (byte === 0x38 || byte === 0x3a) {
        kind = byte === 0x38 ? hasModRm : hasModRm | immediate.byte;
        at++;
      } else kind = afterTwoBytes[byte] ?? 0;
    } else if (byte === 0xc5) {
      at += 2;
      kind = afterTwoBytes[code[at] ?? 0] ?? 0;
    } else if (byte === 0xc4) {
      kind = kindOfMap((code[at + 1] ?? 0) & 0x1f, code[at + 3] ?? 0);
      at += 3;
    } else if (byte === 0x62) {
      kind = kindOfMap((code[at + 1] ?? 0) & 7, code[at + 4] ?? 0);
      at += 4;
    } else {
      kind = afterOneByte[byte] ?? 0;
      // TEST is the only one of its group with an immediate.
      if ((byte & 0xfe) === 0xf6 && ((code[at + 1] ?? 0) & 0x30) === 0)
        kind |= byte === 0xf6 ? immediate.byte : immediate.operand;
    }
    at++;
    let displacement = -1;
    if (kind & hasModRm) {
      const modRm = code[at++] ?? 0;
      const mode = modRm >> 6;
      const register = modRm & 7;
      if (mode !== 3) {
        let base = register;
        if (register === 4) base = (code[at++] ?? 0) & 7;
        if (mode === 0 && base === 5) {
          if (register === 5) displacement = at;
          at += 4;
        } else if (mode === 1) at += 1;
        else if (mode === 2) at += 4;
      }
    }
    at += immediateBytes(kind, isWord, isWide);
    if (displacement >= 0 && at <= end) found(at + code.readInt32LE(displacement));
    i = at;
  }
}

function isPrefix(byte: number): boolean {
  return (
    byte === 0x66 ||
    byte === 0xf2 ||
    byte === 0xf3 ||
    byte === 0xf0 ||
    byte === 0x64 ||
    byte === 0x65 ||
    byte === 0x2e ||
    byte === 0x3e ||
    byte === 0x26 ||
    byte === 0x36 ||
    byte === 0x67
  );
}

/** Of VEX and EVEX prefixes, which name the map of opcodes. */
function kindOfMap(map: number, opcode: number): number {
  if (map === 1) return afterTwoBytes[opcode] ?? 0;
  return map === 3 ? hasModRm | immediate.byte : hasModRm;
}

function immediateBytes(kind: number, isWord: boolean, isWide: boolean): number {
  switch (kind & 0x7f) {
    case immediate.byte:
      return 1;
    case immediate.word:
      return 2;
    case immediate.three:
      return 3;
    case immediate.operand:
      return isWord ? 2 : 4;
    case immediate.wide:
      return isWide ? 8 : isWord ? 2 : 4;
    case immediate.four:
      return 4;
    case immediate.eight:
      return 8;
    default:
      return 0;
  }
}
