import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';

/** Whether this is a regular file, perhaps behind links, as `[ -f … ]` tests. Never fails. */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

/** Whether this is an executable file. Never fails. */
export async function isProgram(path: string): Promise<boolean> {
  if (!(await isFile(path))) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The path without links; null when nothing is there. */
export async function realPath(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}
