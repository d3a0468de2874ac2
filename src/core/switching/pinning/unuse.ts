import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import { readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { mustBeFolder } from '../resolving/index.ts';
import { pinFile, pinText, removePinFile } from './pin-file.ts';

/**
 * Undoes `useGo`, which wrote the `.go-version` of `dir` for `version`, or `unpinGo`, which removed it (`version` is
 * null). Restores the `previous` text, or removes the file if that is null. A file that was changed since is left
 * alone.
 *
 * Failures: version-file.changed, folder.not-found, file.no-permission, disk.full.
 */
export async function unuseGo(
  system: System,
  { dir, version, previous }: { dir: string; version: string | null; previous: string | null },
): Promise<{ file: string }> {
  const folder = absolute(system.cwd, dir);
  await mustBeFolder(folder);
  const file = pinFile(folder);
  const left = version === null ? null : pinText(version, previous);
  if ((await readTextIfThere(file)) !== left) throw failure('version-file.changed', { file });
  if (previous !== null) await writeFileAtomic(file, previous);
  else if (left !== null) await removePinFile(file);
  return { file };
}
