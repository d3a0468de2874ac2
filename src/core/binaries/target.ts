import type { Inspection } from '#contract/binaries';
import { Damaged } from './bytes.ts';
import type { ExecutableHeader } from './header.ts';

const formatOfSystem: Record<string, Inspection['format']> = {
  darwin: 'mach-o',
  ios: 'mach-o',
  windows: 'pe',
};

/**
 * `GOOS/GOARCH` as the build settings say, checked against what the header can be. Programs without settings (Go
 * before 1.18, some build systems) get the header's; an ELF file without a mark for its system is taken for Linux's.
 * Throws `Damaged` when the two contradict each other.
 */
export function goTarget(
  format: Inspection['format'],
  header: ExecutableHeader['targets'][number],
  settings: Inspection['settings'],
): string {
  const setting = (key: string) => settings.find((s) => s.key === key)?.value;
  const os = setting('GOOS') ?? header.os ?? 'linux';
  const arch = setting('GOARCH') ?? header.arch;
  if ((formatOfSystem[os] ?? 'elf') !== format || (arch !== header.arch && header.arch !== 'unknown')) {
    throw new Damaged(
      `its build info says ${os}/${arch}, its header is that of ${format} for ${header.arch}.`,
    );
  }
  return `${os}/${arch}`;
}
