import type { System } from '#core/system';
import { compareVersions, parseVersion } from './versions.ts';

/** One build of one Go version: what a toolchain's folder is named after. */
export interface ToolchainId {
  /** `go1.26.1` */
  version: string;
  os: string;
  arch: string;
}

/** The download site's word for a processor is Go's, but for one: `armv6l` is `arm`. */
export function archFromIndex(word: string): string {
  return word === 'armv6l' ? 'arm' : word;
}

/**
 * Whether Go was ever released for this machine's own processor in that version: for Apple silicon from 1.16 on
 * (https://go.dev/doc/go1.16#darwin). For other machines nobody needs to know.
 */
export function isNativeOnOffer({ os, arch }: { os: string; arch: string }, version: string): boolean {
  return os !== 'darwin' || arch !== 'arm64' || compareVersions(version, 'go1.16beta1') >= 0;
}

/**
 * Which build of a version a machine gets when nobody says: its own, and where there is none for Apple silicon the
 * one that Rosetta translates.
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

/** How the download site names an archive: `go1.26.1.linux-amd64.tar.gz`. */
export function archiveName({ version, os, arch }: ToolchainId): string {
  const word = arch === 'arm' ? 'armv6l' : arch;
  return `${version}.${os}-${word}.${os === 'windows' ? 'zip' : 'tar.gz'}`;
}

/** `go1.26.1.linux-amd64` */
export function folderName({ version, os, arch }: ToolchainId): string {
  return `${version}.${os}-${arch}`;
}

/** Reads a folder's name back; null for whatever is no toolchain's. */
export function parseFolderName(name: string): ToolchainId | null {
  const [, version, os, arch] = /^(go.+)\.([a-z0-9]+)-([a-z0-9]+)$/.exec(name) ?? [];
  if (version === undefined || os === undefined || arch === undefined) return null;
  return parseVersion(version) === version ? { version, os, arch } : null;
}
