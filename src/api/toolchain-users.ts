import type { ApiContext } from './context.ts';

/** GOROOT → the folders of the known projects that use it, last used first. null: the history cannot be read. */
export async function usersOf(context: ApiContext): Promise<Map<string, string[]> | null> {
  const history = await context.historyIfReadable();
  if (!history) return null;
  const { toolchainUsers } = await import('#core/projects');
  return toolchainUsers(context.system, history);
}
