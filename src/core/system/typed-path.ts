import { resolve } from 'node:path';
import type { System } from './system.ts';

/**
 * The absolute path that a person means: `~` and `~/…` are the home folder, as shells and Burrow itself write it, and a
 * relative path begins at the working folder. `~name` and a `~` further on are ordinary names.
 */
export function typedPath({ cwd, home, os }: Pick<System, 'cwd' | 'home' | 'os'>, path: string): string {
  const isOfHome = path === '~' || path.startsWith('~/') || (os === 'windows' && path.startsWith('~\\'));
  return isOfHome ? resolve(home, path.slice(2)) : resolve(cwd, path);
}
