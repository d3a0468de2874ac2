import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure, prepareHome, type System } from '#core/system';

const prefix = 'environment-';
/** ms after which a folder belongs to a Burrow that was killed: every shell, and a first build in it, has ended long before. */
const abandonedAfter = 600_000;

/** A shell that is just being killed may still write, so that a folder is not empty when it is to be removed. */
const removing = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };

/**
 * An own folder in staging/ for the answers of shells, which may contain secrets; disposing of it deletes it. Failures:
 * home.unusable, disk.full, file.no-permission.
 */
export async function answerFolder(system: System): Promise<{ path: string } & AsyncDisposable> {
  const { staging } = await prepareHome(system);
  const path = join(staging, prefix + crypto.randomUUID());
  try {
    await clearAbandoned(staging, system.now());
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    throw fileFailure(error, path);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, removing) };
}

async function clearAbandoned(staging: string, now: Date): Promise<void> {
  for (const name of (await readdir(staging)).filter((each) => each.startsWith(prefix))) {
    const path = join(staging, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => now.getTime() - mtimeMs,
      () => 0,
    );
    // A folder from the future dates from a time when the clock was wrong.
    if (Math.abs(age) > abandonedAfter) await rm(path, removing);
  }
}
