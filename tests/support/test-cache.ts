import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * A folder of the test cache, which keeps what tests download and compile between runs, and is shared by all tests. It
 * belongs to one user, because programs are run from it. Throws if another user owns it or may write to it.
 */
export function testCache(...names: string[]): string {
  const cache = join(userCache(), 'burrow-tests');
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(cache);
  if (uid !== (process.geteuid?.() ?? uid)) throw new Error(`${cache} belongs to another user`);
  if ((mode & 0o022) !== 0) throw new Error(`${cache} can be written by other users`);
  const folder = join(cache, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The user's folder of caches. */
function userCache(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}
