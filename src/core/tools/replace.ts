import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { fileFailure, readForeign, writeFileAtomic } from '#core/system';

/** The state of a file, to detect whether it has changed. */
export interface FileMark {
  ino: number;
  size: number;
  mtimeMs: number;
  mode: number;
}

/** Larger than any program that Go links. */
const maxToolBytes = 2 ** 31 - 1;

/** The state of a file; for a link, that of the link itself. Failures: file.not-found, file.no-permission. */
export async function fileMark(path: string): Promise<FileMark> {
  try {
    const { ino, size, mtimeMs, mode } = await lstat(path);
    return { ino, size, mtimeMs, mode };
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * Replaces a tool with a new program, keeping its permissions: the new one is copied next to it and then renamed, so
 * that at any time either the old or the new file exists. Refused if the old file has changed since `mark`. Failures:
 * tool.changed, file.not-found, file.no-permission, disk.full.
 */
export async function replaceTool(path: string, fresh: string, mark: FileMark): Promise<void> {
  const content = await readForeign(fresh, maxToolBytes);
  const now = await fileMark(path);
  if (now.ino !== mark.ino || now.size !== mark.size || now.mtimeMs !== mark.mtimeMs) {
    throw failure('tool.changed', { path });
  }
  // Without the set-user-id bit, which would give the author of the new program its owner's rights.
  await writeFileAtomic(path, content, { mode: mark.mode & 0o777 });
}

/** Whether a file is an unfinished copy (see `writeFileAtomic`); a killed process may leave one. */
export function isUnfinished(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/.test(name);
}

/** Deletes what killed rebuilds left in a folder of tools. The caller must hold the lock for rebuilds. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isUnfinished)) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
