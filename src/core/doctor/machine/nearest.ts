import { dirname } from 'node:path';
import { realPath } from '#core/system';

/** The path without links, or that of the nearest folder above it that is there: where it would be made. */
export async function nearestThere(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const found = await realPath(at);
    if (found !== null || at === dirname(at)) return found ?? at;
  }
}
