import { join } from 'node:path';
import { readStart } from '#core/system';
import { parseVersion } from '../versions/index.ts';

/**
 * The version in a GOROOT's VERSION file: the first word of its first line (`go1.26.1`), without what distributions and
 * experiments append. null without one: a checkout, or not a GOROOT. Never fails.
 */
export async function versionIn(goroot: string): Promise<string | null> {
  const [word = ''] = (await versionLine(goroot)).split(/\s/, 1);
  return parseVersion(word) === word ? word : null;
}

/** The whole first line of a GOROOT's VERSION file; empty without one. Never fails. */
export async function versionLine(goroot: string): Promise<string> {
  const [line = ''] = ((await readStart(join(goroot, 'VERSION'), 200)) ?? '').split('\n', 1);
  return line.trim();
}
