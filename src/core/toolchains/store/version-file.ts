import { join } from 'node:path';
import { readStart } from '#core/system';
import { parseVersion } from '../versions/index.ts';

/**
 * The version in a GOROOT's VERSION file: the first word of its first line (`go1.26.1`), without what distributions and
 * experiments append. null without one: a checkout, or not a GOROOT. Never fails.
 */
export async function versionIn(goroot: string): Promise<string | null> {
  const text = await readStart(join(goroot, 'VERSION'), 200);
  const [word = ''] = (text ?? '').split(/\s/, 1);
  return parseVersion(word) === word ? word : null;
}
