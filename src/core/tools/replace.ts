import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '#contract/failure';
import { fileFailure, writeFileAtomic } from '#core/system';

/** What tells whether a file is still the one that was looked at. */
export interface FileMark {
  ino: number;
  size: number;
  mtimeMs: number;
  mode: number;
}

/** The mark of a file; a link's own. Failures: file.not-found, file.no-permission. */
export async function fileMark(path: string): Promise<FileMark> {
  try {
    const { ino, size, mtimeMs, mode } = await lstat(path);
    return { ino, size, mtimeMs, mode };
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * Puts a new program in the place of a tool, with the old one's mode: a copy beside it, which takes its name in one
 * rename. After a kill the old file is there or the new one. Not where the old one is no longer as `mark` says.
 * Failures: tool.changed, file.not-found, file.no-permission, disk.full.
 */
export async function replaceTool(path: string, fresh: string, mark: FileMark): Promise<void> {
  const content = await readFile(fresh);
  const now = await fileMark(path);
  if (now.ino !== mark.ino || now.size !== mark.size || now.mtimeMs !== mark.mtimeMs) {
    throw failure('tool.changed', { path });
  }
  // Set-user-id on a program that was just fetched would be a gift to whoever wrote it.
  await writeFileAtomic(path, content, { mode: mark.mode & 0o777 });
}

/** Whether a file is a copy that has not got its name yet (see `writeFileAtomic`): left by a kill, if it stays. */
export function isUnfinished(name: string): boolean {
  return /^\..+\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/.test(name);
}

/** Deletes what killed rebuilds left in a folder of tools. The caller holds the lock of all rebuilds. */
export async function clearUnfinished(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isUnfinished)) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}
