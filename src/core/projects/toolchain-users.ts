import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { History } from '#core/history';
import { resolveGo } from '#core/switching';
import type { System } from '#core/system';

/** Which projects each toolchain serves: its GOROOT → folders of known projects that resolve to it, last used first. */
export async function toolchainUsers(system: System, history: History): Promise<Map<string, string[]>> {
  const users = new Map<string, string[]>();
  for (const { path: folder } of await history.projects()) {
    if (!existsSync(folder)) continue;
    const { path: go } = await resolveGo(system, folder);
    if (go === null) continue;
    const goroot = dirname(dirname(go));
    users.set(goroot, [...(users.get(goroot) ?? []), folder]);
  }
  return users;
}
