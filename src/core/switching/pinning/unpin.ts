import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import { burrowPaths, readTextIfThere, type System } from '#core/system';
import { linesOf } from '#core/toolchains';
import { mustBeFolder } from '../resolving/index.ts';
import { wishOfVersionFile } from '../wishes/index.ts';
import { pinFile, removePinFile } from './pin-file.ts';

/**
 * Removes the `.go-version` of `dir`, or with `global` Burrow's default file. `previous`: its content; null: there was
 * none. A `.go-version` that does not name a version may serve another purpose, so it is kept.
 *
 * Failures: version-file.kept, folder.not-found, file.no-permission.
 */
export async function unpinGo(
  system: System,
  { dir, global }: { dir: string; global?: boolean | undefined },
): Promise<{ file: string; previous: string | null }> {
  const folder = absolute(system.cwd, dir);
  if (!global) await mustBeFolder(folder);
  const file = global ? burrowPaths(system).defaultFile : pinFile(folder);
  const previous = await readTextIfThere(file);
  if (previous === null) return { file, previous };
  const { wanted, line, text } = wishOfVersionFile(linesOf(previous), file, 'go-version-file');
  if (wanted === null && !global) throw failure('version-file.kept', { file, line: line ?? 1, text });
  await removePinFile(file);
  return { file, previous };
}
