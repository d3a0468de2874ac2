import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the module that contains `dir`: the nearest folder, upward, with a go.mod; null if there is none. */
export function moduleFolder(dir: string): string | null {
  return nearestWith(dir, 'go.mod');
}

/** The nearest folder, from `dir` upward, with an entry of this name; null if there is none. */
export function nearestWith(dir: string, name: string): string | null {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (dirname(at) === at) return null;
  }
}
