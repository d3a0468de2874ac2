import { lstatSync, type Stats, statfsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Bytes: on a disk with less room, the space is left to what the user wants to keep. The cache takes 2 MB. */
const minFree = 64 * 1024 * 1024;

/**
 * Where compiled code is kept: in the cache of Burrow's home, once that is there; null if another user owns the home or
 * can write to it, because then what is read from there could be anybody's code; null also on a disk that is nearly full.
 * Compiling took a quarter of a short command's time.
 */
export function compileCache(env: NodeJS.ProcessEnv): string | null {
  const home = env['BURROW_HOME'] ?? join(homedir(), '.burrow');
  if (!isAbsolute(home)) return null;
  const cache = join(home, 'cache');
  try {
    const isOwn =
      isOnlyUsers(statSync(home, { throwIfNoEntry: false })) &&
      // A link could lead into another home.
      isOnlyUsers(lstatSync(cache, { throwIfNoEntry: false }));
    return isOwn && bytesFree(cache) >= minFree ? join(cache, 'node') : null;
  } catch {
    // A folder that may not be entered, or a circle of links: the command itself says so.
    return null;
  }
}

/** Whether this is a folder that only this user can write to. */
function isOnlyUsers(found: Stats | undefined): boolean {
  const user = process.geteuid?.();
  if (!found?.isDirectory()) return false;
  return user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
}

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
