import type { Inspection } from '#contract/binaries';
import { Damaged } from '../bytes/index.ts';
import type { ExecutableHeader } from '../formats/index.ts';

const formatOfSystem: Record<string, ExecutableHeader['format']> = {
  darwin: 'mach-o',
  ios: 'mach-o',
  windows: 'pe',
  js: 'wasm',
  wasip1: 'wasm',
  plan9: 'plan9',
  aix: 'xcoff',
};

/**
 * `GOOS/GOARCH` from the build settings, checked against the header. Programs without settings (Go before 1.18, some
 * build systems) get those of the header; an ELF file that does not name its system counts as Linux. Throws `Damaged`
 * if settings and header contradict each other.
 */
export function goTarget(
  format: ExecutableHeader['format'],
  header: ExecutableHeader['targets'][number],
  settings: Inspection['settings'],
): string {
  const setting = (key: string) => settings.find((s) => s.key === key)?.value;
  const os = setting('GOOS') ?? header.os ?? (format === 'wasm' ? 'js' : 'linux');
  const arch = setting('GOARCH') ?? header.arch;
  if ((formatOfSystem[os] ?? 'elf') !== format || (arch !== header.arch && header.arch !== 'unknown')) {
    throw new Damaged(`its build info says ${os}/${arch}, its header says ${format} for ${header.arch}.`);
  }
  return `${os}/${arch}`;
}
