/**
 * The GOARCH of an ELF machine (`e_machine`, named in Go's debug/elf); `unknown` for one that Go does not support.
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

/** The GOOS of an ELF file (`EI_OSABI`). null for 0, "System V", which Linux, Android and DragonFly all use. */
export function elfOS(abi: number): string | null {
  return elfSystems[abi] ?? null;
}

const machOCpus: Record<number, string> = {
  0x7: '386',
  0xc: 'arm',
  0x0100_0007: 'amd64',
  0x0100_000c: 'arm64',
};

/** The GOARCH of a Mach-O `cputype` (mach/machine.h); `unknown` for one that Go does not support. */
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

/** The GOARCH of a PE `Machine` (Microsoft's PE format); `unknown` for one that Go does not support. */
export function peArch(machine: number): string {
  return peMachines[machine] ?? 'unknown';
}
