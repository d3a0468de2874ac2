import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFailure, isOwnHome, prepareHome, type System } from '#core/system';

const prefix = 'environment-';
/** ms after which a folder belongs to a Burrow that was killed: every shell, and a first build in it, has ended long before. */
const abandonedAfter = 600_000;

/** A shell that is just being killed may still write, so that a folder is not empty when it is to be removed. */
const removing = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };

/**
 * An own folder for the answers of shells, which may contain secrets; disposing of it deletes it. It is in staging/, and among the
 * system's temporary files without a home: asking makes none, so that one that the set-up's undo took away stays away. Failures:
 * home.unusable, disk.full, file.no-permission.
 */
export async function answerFolder(system: System): Promise<{ path: string } & AsyncDisposable> {
  if (!(await isOwnHome(system))) return temporaryFolder();
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

async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  // Only its user can enter a folder of mkdtemp(3).
  const path = await mkdtemp(join(tmpdir(), 'burrow-environment-')).catch((error: unknown) => {
    throw fileFailure(error, tmpdir());
  });
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
