import { dirname } from 'node:path';
import { isFailure } from '#contract/failure';
import type { History } from '#core/history';
import { resolveGo } from '#core/switching';
import type { System } from '#core/system';

/**
 * Which projects each toolchain serves: its GOROOT → folders of known projects that resolve to it, last used
 * first. A project that is gone, or whose version file cannot be read, uses none.
 */
export async function toolchainUsers(system: System, history: History): Promise<Map<string, string[]>> {
  const uses = await Promise.all(
    (await history.projects()).map(async ({ path: folder }) => ({
      folder,
      goroot: await gorootOf(system, folder),
    })),
  );
  const users = new Map<string, string[]>();
  for (const { folder, goroot } of uses) {
    if (goroot !== null) users.set(goroot, [...(users.get(goroot) ?? []), folder]);
  }
  return users;
}

async function gorootOf(system: System, folder: string): Promise<string | null> {
  try {
    const { path } = await resolveGo(system, folder);
    return path && dirname(dirname(path));
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
