import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';

/** Whether a regular file stands there, perhaps behind links: what `[ -f … ]` says. Never fails. */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}

/** Whether it is a file that may be run. Never fails. */
export async function isProgram(path: string): Promise<boolean> {
  if (!(await isFile(path))) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The path without links; null when nothing stands there. */
export async function realPath(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}
