import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';

/** Longer than every file that says something here; a hostile project may hold anything. */
const mostBytes = 100_000;

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

/** The text of a file's first bytes; null when it may not be read or is not there. Never fails. */
export async function readStart(path: string, bytes: number = mostBytes): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The path without links; null when nothing stands there. */
export async function realPath(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}
