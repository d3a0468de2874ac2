import type { ApiContext } from './context.ts';

/** Which known projects each toolchain serves: its GOROOT → folders, last used first. */
export async function usersOf(context: ApiContext): Promise<Map<string, string[]>> {
  const { toolchainUsers } = await import('#core/projects');
  return toolchainUsers(context.system, await context.history());
}
