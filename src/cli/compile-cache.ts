import { statfsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Bytes: on a disk with less room, the space is left to what the user wants to keep. The cache takes 2 MB. */
const minFree = 64 * 1024 * 1024;

/**
 * Where compiled code is kept: in the cache of Burrow's home, once that is there and belongs to this user; null
 * otherwise, and on a disk that is nearly full. Compiling took a quarter of a short command's time.
 */
export function compileCache(env: NodeJS.ProcessEnv): string | null {
  const home = env['BURROW_HOME'] ?? join(homedir(), '.burrow');
  if (!isAbsolute(home)) return null;
  const cache = join(home, 'cache');
  const found = statSync(cache, { throwIfNoEntry: false });
  const user = process.geteuid?.();
  const ours = found?.isDirectory() && (user === undefined || found.uid === user);
  return ours && bytesFree(cache) >= minFree ? join(cache, 'node') : null;
}

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
