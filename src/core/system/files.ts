import type { Stats } from 'node:fs';
import {
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import { errorCode, fileFailure, noFile, twoDisks } from './failures.ts';
import { readForeign, readForeignStart } from './open-foreign.ts';

/** Longer than any file of which the first lines matter; a hostile folder may hold huge files. */
const startBytes = 100_000;

/**
 * The text of a small file, or null when there is none. Pipes and devices count as none, since reading them may never
 * end. Failures: file.no-permission, file.too-large, file.unusable.
 */
export async function readTextIfThere(path: string, maxBytes?: number): Promise<string | null> {
  try {
    return (await readForeign(path, maxBytes)).toString('utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' || isSpecial(error)) return null;
    throw fileFailure(error, path);
  }
}

/** The text of a file's first bytes; null when it is missing or cannot be read, as above. Never fails. */
export async function readStart(path: string, bytes?: number): Promise<string | null> {
  return (await readStartBytes(path, bytes))?.toString('utf8') ?? null;
}

/** Like `readStart`, but returns the bytes. */
export async function readStartBytes(path: string, bytes: number = startBytes): Promise<Buffer | null> {
  return readForeignStart(path, bytes).catch(() => null);
}

function isSpecial(error: unknown): boolean {
  return isFailure(error, 'file.unusable') && error.params['reason'] === 'special';
}

/**
 * Replaces a file in one step: readers see the old content or the new, never a part, even after a crash. A symbolic
 * link is kept; its target is replaced or created. `mode`: by default that of the old file, 0644 for a new one. Root
 * keeps the file's owner. Failures: disk.full, file.no-permission, file.not-found (no such folder), file.unusable (a
 * folder, a pipe).
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
  options: { mode?: number } = {},
): Promise<void> {
  try {
    const target = await linkTarget(path);
    const old = await statIfThere(target);
    if (old && !old.isFile() && !old.isDirectory()) throw noFile(path);
    const mode = options.mode ?? (old && old.mode & 0o7777) ?? 0o644;
    const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
    try {
      await writeNew(temporary, content, mode, old);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(target));
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * Creates a file in one step, complete or not at all, and replaces nothing, also if two processes do so at once. Failures:
 * file.exists, folder.not-found, and those of `writeFileAtomic`.
 */
export async function createFileAtomic(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  try {
    const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}.tmp`);
    try {
      await writeNew(temporary, content, 0o644, null);
      await linkNew(temporary, path);
    } finally {
      await unlink(temporary).catch(() => undefined);
    }
    await syncFolder(dirname(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw failure('folder.not-found', { path: dirname(path) }, error);
    }
    if (code !== 'EEXIST') throw fileFailure(error, path);
    const there = await lstat(path).catch(() => null);
    if (there?.isDirectory()) throw failure('file.unusable', { path, reason: 'folder' });
    throw failure('file.exists', { path });
  }
}

/** A second name for a file, unless it is taken; on file systems without links, such as FAT, its new name. */
async function linkNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
    await (await open(to, 'wx')).close();
    await rename(from, to);
  }
}

/** ms after which the process that was writing a file in one step has surely ended. */
const abandonedAfter = 60 * 60 * 1000;

/**
 * Removes the temporary files that killed processes left in a folder during `writeFileAtomic`; with `deep` also in
 * those below. Throws file system errors.
 */
export async function clearTemporaries(folder: string, now: Date, { deep = false } = {}): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: deep })) {
    if (!/^\..+\.[0-9a-f-]{36}\.tmp$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const age = await stat(path).then(
      ({ mtimeMs }) => now.getTime() - mtimeMs,
      () => 0,
    );
    // A file from the future dates from a time when the clock was wrong.
    if (Math.abs(age) > abandonedAfter) await rm(path, { force: true });
  }
}

/**
 * Moves a finished file or folder to its final name, on the same disk, so that it is still there after a crash.
 * Failures: disk.full, file.no-permission, file.not-found, home.unusable (not on the same disk).
 */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
    await syncFolder(dirname(to));
  } catch (error) {
    // Also when one disk is mounted at two places, which look like one until something is moved.
    if (errorCode(error) === 'EXDEV') throw twoDisks(dirname(to), error);
    throw fileFailure(error, to);
  }
}

/**
 * Creates a folder for its owner alone (0700), and missing parents. Throws file system errors. Not with Node's
 * `recursive`: in places such as /proc, where a folder cannot be created although its parent exists, that never
 * returns.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      if ((await stat(path)).isDirectory()) return;
      throw error;
    }
    if (errorCode(error) !== 'ENOENT' || (await isThere(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}

/** Makes renames and new files in a folder survive a power cut, on file systems that can. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await folder.close();
  }
}

async function writeNew(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
  mode: number,
  owner: { uid: number; gid: number } | null,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    // Root keeps the file's owner; other users cannot change it.
    if (owner && process.geteuid?.() === 0) await file.chown(owner.uid, owner.gid);
    await file.chmod(mode); // open() applies the umask
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The number of links that Linux follows before it gives up (path_resolution(7)). */
const maxLinks = 40;

/** Where a path leads through symbolic links, even when nothing exists there yet. */
async function linkTarget(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links <= maxLinks; links++) {
    const next = await readlink(target).catch((error: unknown) => {
      // Not a link, missing, or below a file.
      if (['EINVAL', 'ENOENT', 'UNKNOWN'].includes(errorCode(error) ?? '')) return null;
      throw error;
    });
    if (next === null) return target;
    target = resolve(await realpath(dirname(target)), next);
  }
  throw failure('file.unusable', { path, reason: 'link-loop' });
}

async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
