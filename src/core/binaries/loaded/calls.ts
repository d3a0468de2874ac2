import { fileOffset, type Image } from '../formats/index.ts';
import type { FunctionList } from '../functions/index.ts';

/**
 * Calls `each` with two functions, by their numbers, of which one calls or jumps to the other. A call is recognised by its
 * target, which must be where a function begins; numbers that look like one are one in a hundred thousand. `functionAt`
 * tells the function that begins at an offset of the code. Reads amd64 and arm64. Throws `Damaged`.
 */
export function eachCall(
  image: Image,
  { base, count, starts, codeBytes }: FunctionList,
  functionAt: (offset: number) => number | undefined,
  each: (from: number, to: number) => void,
): void {
  const targets = readers[image.arch];
  if (base === null || !targets) return;
  for (let i = 0; i < count; i++) {
    const [start, bytes] = [starts[i] ?? 0, codeBytes[i] ?? 0];
    const offset = fileOffset(image, base + start);
    if (offset === null || offset + bytes > image.bytes.length) continue;
    targets(image.bytes.part(offset, bytes).buffer, (target) => {
      const callee = functionAt(start + target);
      if (callee !== undefined && callee !== i) each(i, callee);
    });
  }
}

/** Calls `each` with every offset in the code of a function that may be the target of a call. */
type Targets = (code: Buffer, each: (target: number) => void) => void;

const readers: Partial<Record<string, Targets>> = {
  /** CALL and JMP with a distance of four bytes, which is behind them. */
  amd64: (code, each) => {
    for (let at = 0; at + 5 <= code.length; at++) {
      const opcode = code[at] ?? 0;
      if (opcode === 0xe8 || opcode === 0xe9) each(at + 5 + code.readInt32LE(at + 1));
    }
  },
  /** B and BL: a distance of 26 bits, in instructions. */
  arm64: (code, each) => {
    for (let at = 0; at + 4 <= code.length; at += 4) {
      const instruction = code.readUInt32LE(at);
      if ((instruction & 0x7c00_0000) === 0x1400_0000) each(at + ((instruction << 6) >> 4));
    }
  },
};
