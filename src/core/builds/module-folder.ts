import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the module that `dir` belongs to: the nearest one upward with a go.mod; null when there is none. */
export function moduleFolder(dir: string): string | null {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'go.mod'))) return at;
    if (dirname(at) === at) return null;
  }
}
