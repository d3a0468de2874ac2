import type { System } from '#core/system';
import type { ImageConfig } from './image-config.ts';

/** `linux/amd64`, `linux/arm/v7`: the configuration's words. */
export function platformOf({
  os,
  architecture,
  variant,
}: Pick<ImageConfig, 'os' | 'architecture' | 'variant'>): string {
  return [os, architecture, variant].filter(Boolean).join('/');
}

/** Whether two platforms are one in different words: `linux/arm64` and `linux/arm64/v8`. */
export function samePlatform(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

const architectures: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
/** The variant that is meant where there is none (containerd/platforms). */
const variants: Readonly<Record<string, string>> = { arm64: 'v8', arm: 'v7', amd64: 'v1' };

function normal(platform: string): string {
  const [os = '', arch = '', variant] = platform.toLowerCase().split('/');
  const known = architectures[arch] ?? arch;
  return [os, known, variant || variants[known]].join('/');
}

/** What images for this machine are made for: containers of a Mac run in a Linux machine, and mostly those of Windows. */
export function platformsHere({ os, arch }: Pick<System, 'os' | 'arch'>): string[] {
  return os === 'windows' ? [`linux/${arch}`, `windows/${arch}`] : [`linux/${arch}`];
}
