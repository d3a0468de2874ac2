import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { acquireLock, type BurrowPaths, fileFailure } from '#core/system';
import { smokeModule } from './smoke-module.ts';

/** A tiny module to test a toolchain with. */
interface SmokeFolder extends AsyncDisposable {
  path: string;
  /** What its program prints. */
  nonce: string;
}

const prefix = 'smoke-';

/** Whether a path in staging/ is a smoke test's; the holder of the lock of the same name works in it. */
export function isSmokeFolder(path: string): boolean {
  return basename(path).startsWith(prefix);
}

/** Creates a module in staging/; disposing of it deletes it. Failures: disk.full, file.no-permission. */
export async function makeSmokeFolder(paths: BurrowPaths, version: string): Promise<SmokeFolder> {
  const nonce = crypto.randomUUID();
  const path = join(paths.staging, `${prefix}${nonce}`);
  const lock = await acquireLock(join(paths.locks, basename(path)));
  const remove = async (): Promise<void> => {
    await rm(path, { recursive: true, force: true });
    await lock[Symbol.asyncDispose]();
  };
  try {
    await mkdir(path, { mode: 0o700 });
    for (const [name, content] of Object.entries(smokeModule(version, nonce))) {
      await writeFile(join(path, name), content);
    }
  } catch (error) {
    await remove();
    throw fileFailure(error, path);
  }
  return { path, nonce, [Symbol.asyncDispose]: remove };
}
