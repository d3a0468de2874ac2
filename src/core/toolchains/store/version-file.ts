import { join } from 'node:path';
import { readStart } from '#core/system';
import { parseVersion } from '../versions/index.ts';

/**
 * The version that a GOROOT's VERSION file names, Go's own word at the start of its first line (`go1.26.1`; what
 * distributions and experiments add stands behind it). null without one: a checkout, or no GOROOT. Never fails.
 */
export async function versionIn(goroot: string): Promise<string | null> {
  const text = await readStart(join(goroot, 'VERSION'), 200);
  const [word = ''] = (text ?? '').split(/\s/, 1);
  return parseVersion(word) === word ? word : null;
}
