import { realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, resolve } from 'node:path';
import { isFailure } from '#contract/failure';
import type { FoundToolchain, Toolchain } from '#contract/toolchains';
import { burrowPaths, type System } from '#core/system';
import { discoverToolchains, listToolchains } from '#core/toolchains';
import { type OtherGo, otherGos, resolveGo } from '#core/switching';

/** The folder above `bin/go`, as the resolver gives it → folders of known projects that resolve to it. */
export type Users = ReadonlyMap<string, readonly string[]>;

/** All that tells which Gos are in use. */
export interface Scene {
  /** Burrow's toolchains, and where their files are, links followed. */
  here: readonly { toolchain: Toolchain; goroot: string }[];
  /** What others put on this machine. */
  found: readonly FoundToolchain[];
  users: Users;
  /** The first Go on PATH that is no shim of Burrow's; the folders that ask for `system` get it. */
  onPath: OtherGo | null;
  /** No default is set: where no folder says anything, the Go on PATH runs. */
  noDefault: boolean;
  /** The Go on PATH comes before Burrow's shims. */
  beforeShims: boolean;
}

/** Looks at the whole machine; runs no Go. Failures: home.unusable. */
export async function look(system: System, users: Users): Promise<Scene> {
  const { shims } = burrowPaths(system);
  const [toolchains, found, others] = await Promise.all([
    listToolchains(system),
    discoverToolchains(system),
    otherGos(system, shims),
  ]);
  const [onPath = null] = others;
  const here = toolchains
    .filter(({ adopted }) => !adopted?.gone)
    .map(async (toolchain) => ({
      toolchain,
      goroot: await realpath(toolchain.path).catch(() => toolchain.path),
    }));
  return {
    here: await Promise.all(here),
    found,
    users,
    onPath,
    noDefault: onPath !== null && (await fallsBack(system)),
    beforeShims: onPath !== null && isBefore(system, onPath.file, shims),
  };
}

/** Whether a program on PATH is found before Burrow's shims are. */
export function isBefore(system: Pick<System, 'env'>, file: string, shims: string): boolean {
  const entries = (system.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const folders = entries.map((entry) => resolve(entry)); // some end with a slash
  const at = folders.indexOf(shims);
  return at < 0 || folders.indexOf(dirname(file)) < at;
}

/** Whether the shim falls back on PATH where no folder says anything. */
async function fallsBack(system: System): Promise<boolean> {
  try {
    const { reason } = await resolveGo(system, '/');
    return reason?.rule === 'path';
  } catch (error) {
    if (isFailure(error)) return false; // a default that cannot be read falls back on nothing
    throw error;
  }
}
