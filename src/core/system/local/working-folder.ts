import { readlinkSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import process from 'node:process';

/** Whether two paths lead to the same folder. */
function isSameFolder(a: string, b: string): boolean {
  try {
    const [one, other] = [statSync(a), statSync(b)];
    return one.dev === other.dev && one.ino === other.ino;
  } catch {
    return false;
  }
}

/** Linux's name for a deleted folder: its former path and ` (deleted)`. Nothing is at the path returned. */
function nameOfGone(): string {
  try {
    return readlinkSync('/proc/self/cwd');
  } catch {
    return '/ (deleted)';
  }
}

/**
 * The working folder as the user's shell sees it: `$PWD` when it leads here, so that a project behind a link has the
 * parents that the user sees. Go (os.Getwd, https://pkg.go.dev/os#Getwd) and the shim do the same. For a deleted
 * folder, its former path; dash, which runs bin/burrow, empties PWD there.
 */
export function workingFolder(pwd: string | undefined): string {
  if (pwd && isAbsolute(pwd) && isSameFolder(pwd, '.')) return pwd;
  try {
    return process.cwd();
  } catch {
    return pwd || nameOfGone();
  }
}
