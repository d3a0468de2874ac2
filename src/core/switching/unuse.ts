import { rm } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import { failure } from '#contract/failure';
import { fileFailure, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { pinFile, pinText } from './pin-file.ts';
import { mustBeFolder } from './resolve.ts';

/**
 * Takes back what `useGo` wrote into the `.go-version` of `dir` for `version`: gives the file its `previous` text, or
 * removes it where there was none (null). A file that someone else has written to since is left alone.
 *
 * Failures: version-file.changed, folder.not-found, file.no-permission, disk.full.
 */
export async function unuseGo(
  system: System,
  { dir, version, previous }: { dir: string; version: string; previous: string | null },
): Promise<{ file: string }> {
  const folder = absolute(system.cwd, dir);
  await mustBeFolder(folder);
  const file = pinFile(folder);
  if ((await readTextIfThere(file)) !== pinText(version)) throw failure('version-file.changed', { file });
  if (previous === null) await remove(file);
  else await writeFileAtomic(file, previous);
  return { file };
}

async function remove(file: string): Promise<void> {
  try {
    await rm(file);
  } catch (error) {
    throw fileFailure(error, file);
  }
}
