import type { PackageSize } from '#contract/binaries';
import type { FunctionEntry } from './function-table.ts';
import { packageOfSymbol } from './symbol-package.ts';

/**
 * Sums the functions of each package, largest first by `bytes`.
 *
 * `bytes` is the machine code and what belongs to one function alone: its index entry (8 bytes), its record with the
 * offsets that follow it, and its name. Not counted, because functions share them: file names, line and stack tables
 * (pcdata, where equal ones are stored once) and function data; and what belongs to no function: types, strings and
 * variables.
 *
 * `code` is the text, beginning at the base of the functions' addresses. Where it is null or too short, padding
 * between functions cannot be recognized and counts as code. `release` is the program's Go 1 release (26 for
 * go1.26.1).
 */
export function sumPackages(
  functions: readonly FunctionEntry[],
  code: Buffer | null,
  arch: string,
  release: number,
): PackageSize[] {
  const sizes = new Map<string, PackageSize>();
  for (const entry of functions) {
    const path = packageOfSymbol(entry.name, release);
    let size = sizes.get(path);
    if (!size) {
      size = { path, functions: 0, codeBytes: 0, bytes: 0 };
      sizes.set(path, size);
    }
    const codeBytes = withoutPadding(code, entry.start, entry.end, arch) - entry.start;
    size.functions += 1;
    size.codeBytes += codeBytes;
    size.bytes += codeBytes + entry.tableBytes;
  }
  return [...sizes.values()].toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
}

/**
 * The padding that Go's linker puts between functions (`CodePad` in cmd/link/internal/<arch>). Other architectures
 * have none: on arm64, s390x and mips64 the assembler pads the functions themselves, and arm and mips need no
 * padding.
 */
const fillers: Record<string, readonly number[]> = {
  amd64: [0xcc],
  '386': [0xcc],
  loong64: [0, 0, 0x2a, 0],
  ppc64: [0, 0, 0, 0],
  ppc64le: [0, 0, 0, 0],
  riscv64: [0, 0, 0, 0],
};

/** The end of a function's code, without padding. */
function withoutPadding(code: Buffer | null, start: number, end: number, arch: string): number {
  const filler = Object.hasOwn(fillers, arch) ? fillers[arch] : undefined;
  if (!code || !filler || end > code.length) return end;
  const { length } = filler;
  let own = end;
  while (own - length >= start && filler.every((byte, i) => code[own - length + i] === byte)) own -= length;
  return own;
}
