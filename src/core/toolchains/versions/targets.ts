import type { System } from '#core/system';
import { compareVersions, parseVersion } from './versions.ts';

/** One build of one Go version; a toolchain's folder is named after it. */
export interface ToolchainId {
  /** `go1.26.1` */
  version: string;
  os: string;
  arch: string;
}

/** The download site's processor names are Go's, except that `armv6l` is `arm`. */
export function archFromIndex(word: string): string {
  return word === 'armv6l' ? 'arm' : word;
}

/**
 * Whether that version was released for this machine's own processor: for Apple silicon from 1.16 on
 * (https://go.dev/doc/go1.16#darwin). Always true for other machines.
 */
export function isNativeOnOffer({ os, arch }: { os: string; arch: string }, version: string): boolean {
  return os !== 'darwin' || arch !== 'arm64' || compareVersions(version, 'go1.16beta1') >= 0;
}

/**
 * The default build of a version for this machine: its own, or for Apple silicon, if there is none, the one that
 * Rosetta translates.
 */
export function targetHere(
  system: Pick<System, 'os' | 'arch'>,
  version: string,
  wish: { os?: string | undefined; arch?: string | undefined } = {},
): { os: string; arch: string } {
  const os = wish.os ?? system.os;
  if (wish.arch !== undefined) return { os, arch: archFromIndex(wish.arch) };
  const { arch } = system;
  return { os, arch: isNativeOnOffer({ os, arch }, version) ? arch : 'amd64' };
}

/** An archive's name on the download site: `go1.26.1.linux-amd64.tar.gz`. */
export function archiveName({ version, os, arch }: ToolchainId): string {
  const word = arch === 'arm' ? 'armv6l' : arch;
  return `${version}.${os}-${word}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** `go1.26.1.linux-amd64` */
export function folderName({ version, os, arch }: ToolchainId): string {
  return `${version}.${os}-${arch}`;
}

/** Parses a folder's name; null when it is not a toolchain's. */
export function parseFolderName(name: string): ToolchainId | null {
  const [, version, os, arch] = /^(go.+)\.([a-z0-9]+)-([a-z0-9]+)$/.exec(name) ?? [];
  if (version === undefined || os === undefined || arch === undefined) return null;
  return parseVersion(version) === version ? { version, os, arch } : null;
}
