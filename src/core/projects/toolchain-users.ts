import { dirname } from 'node:path';
import { isFailure } from '#contract/failure';
import type { History } from '#core/history';
import { resolveGo } from '#core/switching';
import type { System } from '#core/system';

/**
 * The known projects that use each toolchain: GOROOT → project folders, last used first. When Go switches to another
 * version, a project uses both: the Go that is started and the one it switches to. A project that is gone, or whose
 * version file cannot be read, uses none.
 */
export async function toolchainUsers(system: System, history: History): Promise<Map<string, string[]>> {
  const uses = await Promise.all(
    (await history.projects()).map(async ({ path: folder }) => ({
      folder,
      goroots: await gorootsOf(system, folder),
    })),
  );
  const users = new Map<string, string[]>();
  for (const { folder, goroots } of uses) {
    for (const goroot of goroots) users.set(goroot, [...(users.get(goroot) ?? []), folder]);
  }
  return users;
}

async function gorootsOf(system: System, folder: string): Promise<string[]> {
  try {
    const { path, instead } = await resolveGo(system, folder);
    const programs = [path, instead?.path ?? null].filter((program) => program !== null);
    return programs.map((program) => dirname(dirname(program)));
  } catch (error) {
    if (isFailure(error)) return [];
    throw error;
  }
}
