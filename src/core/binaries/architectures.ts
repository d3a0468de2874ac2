/**
 * Go's word for an ELF machine (`e_machine`, debug/elf in Go's library names them); `unknown` for one that Go does
 * not build for.
 */
export function elfArch(machine: number, bits: 32 | 64, littleEndian: boolean): string {
  switch (machine) {
    case 3:
      return '386';
    case 8:
      return `mips${bits === 64 ? '64' : ''}${littleEndian ? 'le' : ''}`;
    case 21:
      return littleEndian ? 'ppc64le' : 'ppc64';
    case 22:
      return 's390x';
    case 40:
      return 'arm';
    case 62:
      return 'amd64';
    case 183:
      return 'arm64';
    case 243:
      return bits === 64 ? 'riscv64' : 'riscv';
    case 258:
      return 'loong64';
    default:
      return 'unknown';
  }
}

const elfSystems: Record<number, string> = {
  2: 'netbsd',
  3: 'linux',
  6: 'solaris',
  9: 'freebsd',
  12: 'openbsd',
};

/**
 * Go's word for an ELF file's system (`EI_OSABI`). null for 0, "System V": Linux's own mark, but also that of Android
 * and DragonFly.
 */
export function elfOS(abi: number): string | null {
  return elfSystems[abi] ?? null;
}

const machOCpus: Record<number, string> = {
  0x7: '386',
  0xc: 'arm',
  0x0100_0007: 'amd64',
  0x0100_000c: 'arm64',
};

/** Go's word for a Mach-O `cputype` (mach/machine.h); `unknown` for one that Go does not build for. */
export function machOArch(cpu: number): string {
  return machOCpus[cpu] ?? 'unknown';
}

const peMachines: Record<number, string> = {
  0x14c: '386',
  0x1c0: 'arm',
  0x1c4: 'arm',
  0x8664: 'amd64',
  0xaa64: 'arm64',
};

/** Go's word for a PE `Machine` (Microsoft's PE format); `unknown` for one that Go does not build for. */
export function peArch(machine: number): string {
  return peMachines[machine] ?? 'unknown';
}
