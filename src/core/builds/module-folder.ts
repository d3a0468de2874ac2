import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the module that contains `dir`: the nearest folder, upward, with a go.mod; null if there is none. */
export function moduleFolder(dir: string): string | null {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'go.mod'))) return at;
    if (dirname(at) === at) return null;
  }
}
