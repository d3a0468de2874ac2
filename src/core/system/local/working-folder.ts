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

/** What Linux calls a folder that is gone: the name it had and ` (deleted)`. Nothing is at the path returned. */
function nameOfGone(): string {
  try {
    return readlinkSync('/proc/self/cwd');
  } catch {
    return '/ (deleted)';
  }
}

/**
 * Where the user stands, as their shell says it: `$PWD` as long as it leads here, so that a project behind a link
 * has the parents that the user sees, and Go and the shim too (os.Getwd does the same,
 * https://pkg.go.dev/os#Getwd). A folder that is gone has only the name it had;
 * dash, behind bin/burrow, empties PWD there.
 */
export function workingFolder(pwd: string | undefined): string {
  if (pwd && isAbsolute(pwd) && isSameFolder(pwd, '.')) return pwd;
  try {
    return process.cwd();
  } catch {
    return pwd || nameOfGone();
  }
}
