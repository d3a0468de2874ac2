import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFailure } from '#contract/failure';
import type { FoundToolchain, Toolchain } from '#contract/toolchains';
import { burrowPaths, pathFolders, type System } from '#core/system';
import { discoverToolchains, listToolchains } from '#core/toolchains';
import { type OtherGo, otherGos, resolveGo } from '#core/switching';

/** GOROOT, the folder above `bin/go` in the resolver's result → folders of known projects that resolve to it. */
export type Users = ReadonlyMap<string, readonly string[]>;

/** Everything that determines which Gos are in use. */
export interface Scene {
  /** Burrow's toolchains, and the GOROOT of each with links resolved. */
  here: readonly { toolchain: Toolchain; goroot: string }[];
  /** Toolchains that were not installed by Burrow. */
  found: readonly FoundToolchain[];
  users: Users;
  /** The first Go on PATH that is not a shim of Burrow; folders with the version `system` get it. */
  onPath: OtherGo | null;
  /** No default is set: the Go on PATH runs in folders without a version. */
  noDefault: boolean;
  /** The Go on PATH comes before Burrow's shims. */
  beforeShims: boolean;
}

/** Collects the facts about this machine without running a Go. Failures: home.unusable. */
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

/** Whether a program comes before Burrow's shims on PATH. */
export function isBefore(system: Pick<System, 'env'>, file: string, shims: string): boolean {
  const folders = pathFolders(system.env);
  const at = folders.indexOf(shims);
  return at < 0 || folders.indexOf(dirname(file)) < at;
}

/** Whether the shim runs the Go on PATH in folders without a version. */
async function fallsBack(system: System): Promise<boolean> {
  try {
    const { reason } = await resolveGo(system, '/');
    return reason?.rule === 'path';
  } catch (error) {
    if (isFailure(error)) return false; // with a default that cannot be read, nothing runs
    throw error;
  }
}
