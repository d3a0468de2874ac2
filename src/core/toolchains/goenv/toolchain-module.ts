import type { ToolchainId } from '../versions/index.ts';

/** Toolchains are versions of this module (https://go.dev/doc/toolchain#download). */
export const modulePath = 'golang.org/toolchain';

/** `v0.0.1-go1.24.9.linux-amd64` */
export function moduleVersion({ version, os, arch }: ToolchainId): string {
  return `v0.0.1-${version}.${os}-${arch}`;
}

/** The address of a file of the toolchain's module at a module proxy: `info`, `zip`. */
export function moduleUrl(proxy: string, id: ToolchainId, file: 'info' | 'zip'): string {
  return `${proxy}/${modulePath}/@v/${moduleVersion(id)}.${file}`;
}

/**
 * A module's path or version as it stands in addresses: a capital letter is written as `!` and the small one
 * (golang.org/x/mod/module, EscapePath).
 */
export function escapedPath(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
