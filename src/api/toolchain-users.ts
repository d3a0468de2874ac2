import type { ApiContext } from './context.ts';

/** GOROOT → the folders of the known projects that use it, last used first. */
export async function usersOf(context: ApiContext): Promise<Map<string, string[]>> {
  const { toolchainUsers } = await import('#core/projects');
  return toolchainUsers(context.system, await context.history());
}
