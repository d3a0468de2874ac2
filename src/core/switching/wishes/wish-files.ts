import { isAbsolute, join } from 'node:path';
import type { System } from '#core/system';
import { foldersUp } from './gather.ts';
import { miseFiles } from './mise-files.ts';

/**
 * The paths of all files that can decide which Go runs in `dir`, whether or not they exist, without the default file.
 * Pure.
 */
export function wishFiles(dir: string, { env }: Pick<System, 'env'>): string[] {
  const gowork = env['GOWORK'] ?? '';
  const names = ['.go-version', '.tool-versions', ...miseFiles, 'go.mod', 'go.work'];
  const inFolders = foldersUp(dir).flatMap((folder) => names.map((name) => join(folder, name)));
  return isAbsolute(gowork) ? [...inFolders, gowork] : inFolders;
}
