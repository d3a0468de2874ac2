import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';

/** Files read concurrently. */
const concurrency = 64;

/** Bytes of all files below a path, or of the file itself; what cannot be read counts as 0. Failures: cancelled. */
export async function bytesIn(path: string, signal: AbortSignal | undefined): Promise<number> {
  if (signal?.aborted) throw failure('cancelled', {});
  const there = await lstat(path).catch(() => null);
  if (!there) return 0;
  if (!there.isDirectory()) return there.size;
  const names = await readdir(path).catch(() => []);
  let bytes = 0;
  for (let start = 0; start < names.length; start += concurrency) {
    const some = names.slice(start, start + concurrency).map((name) => bytesIn(join(path, name), signal));
    for (const each of await Promise.all(some)) bytes += each;
  }
  return bytes;
}
