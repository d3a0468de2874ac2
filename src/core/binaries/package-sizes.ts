import type { PackageSize } from '#contract/binaries';
import type { FunctionEntry } from './function-table.ts';
import { packageOfSymbol } from './symbol-package.ts';

/**
 * Sums the functions of each package, largest first by `bytes`.
 *
 * `bytes` is the machine code and what belongs to one function alone: its entry in the table's index (8 bytes), its
 * record with the offsets behind it, and its name. Left out, because functions share it: file names, line and stack
 * tables (pcdata, stored once for all that are alike), function data; and what belongs to no function: types, strings
 * and variables.
 *
 * `code` is the text from where the functions' addresses count; shorter than the table says, or null: then padding
 * between functions cannot be seen and counts as code.
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
 * What Go's linker puts between functions (`CodePad` of cmd/link/internal/<arch>). Elsewhere there is nothing to cut
 * off: on arm64, s390x and mips64 the assembler rounds up the functions themselves, and arm and mips need no filling.
 */
const fillers: Record<string, readonly number[]> = {
  amd64: [0xcc],
  '386': [0xcc],
  loong64: [0, 0, 0x2a, 0],
  ppc64: [0, 0, 0, 0],
  ppc64le: [0, 0, 0, 0],
  riscv64: [0, 0, 0, 0],
};

/** The end of a function's own code. */
function withoutPadding(code: Buffer | null, start: number, end: number, arch: string): number {
  const filler = Object.hasOwn(fillers, arch) ? fillers[arch] : undefined;
  if (!code || !filler || end > code.length) return end;
  const { length } = filler;
  let own = end;
  while (own - length >= start && filler.every((byte, i) => code[own - length + i] === byte)) own -= length;
  return own;
}
