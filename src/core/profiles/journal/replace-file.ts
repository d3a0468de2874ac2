import {
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rmdir,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { failure } from '#contract/failure';
import { errorCode, fileFailure, openForeign, type System, syncFolder } from '#core/system';
import { sha256 } from '../editing/index.ts';
import type { Kept } from './entry.ts';

/** A file's bytes, and what else is to be kept of it. */
export interface FileNow extends Kept {
  content: Buffer;
}

/** What the journal has of a file, beside its bytes. */
export function keptOf({ sha256: sum, mode, uid, gid, atimeMs, mtimeMs }: FileNow): Kept {
  return { sha256: sum, mode, uid, gid, atimeMs, mtimeMs };
}

/** Larger than any profile. Bytes. */
const maxBytes = 20_000_000;

/**
 * Reads a file whose path has no links; null: nothing is there. Failures: file.no-permission, file.unusable,
 * profile.not-replaceable, profile.dangling-link.
 */
export async function readFileNow(target: string): Promise<FileNow | null> {
  try {
    const { file, bytes } = await openForeign(target);
    await using opened = file;
    const found = await opened.stat();
    const { uid, gid, atimeMs, mtimeMs } = found;
    if (bytes > maxBytes) throw failure('profile.not-replaceable', { path: target, why: 'too-large' });
    // A new file takes the place of the old one, and its other names would keep the old content.
    if (found.nlink > 1) throw failure('profile.not-replaceable', { path: target, why: 'hard-links' });
    const content = await opened.readFile();
    return { content, sha256: sha256(content), mode: found.mode & 0o7777, uid, gid, atimeMs, mtimeMs };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw fileFailure(error, target);
    const to = await readlink(target).catch(() => null);
    // A new file would take the place of the link.
    if (to !== null) throw failure('profile.dangling-link', { path: target, to });
    return null;
  }
}

/** What a file becomes. */
export interface Replacement {
  /** What it is; null: it is created. */
  now: FileNow | null;
  content: Buffer;
  /** What it was once, for its times to be those again; left out: they are new. */
  kept?: Kept;
  /** Of a new file; by default 0644. */
  mode?: number;
  /** Folders to make first, outermost first. */
  folders?: readonly string[];
}

/**
 * Replaces a file in one step and keeps its owner, mode and extended attributes. Fails, and changes nothing, if the
 * file is no longer what `now` says. Failures: profile.changed, profile.not-replaceable, file.no-permission, disk.full.
 */
export async function replaceFile(
  system: System,
  target: string,
  { now, content, kept, mode = 0o644, folders = [] }: Replacement,
): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
  try {
    for (const folder of folders) await makeFolder(folder);
    await (await open(temporary, 'wx', 0o600)).close();
    try {
      if (now) await copyAttributes(system, target, temporary, now);
      await writeAll(temporary, content, now?.mode ?? mode);
      if (!(await readFile(temporary)).equals(content))
        throw failure('file.unusable', { path: target, reason: 'io' });
      await refuseChanged(target, now);
      if (kept) await utimes(temporary, kept.atimeMs / 1000, kept.mtimeMs / 1000);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(target));
  } catch (error) {
    throw fileFailure(error, target);
  }
}

/** Makes a folder as shells and editors make them; another file of the same change may have made it already. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o755 }).catch(async (error: unknown) => {
    if (errorCode(error) !== 'EEXIST' || !(await isFolder(path))) throw error;
  });
}

/** Deletes a file that is still what `now` says. Failures: profile.changed, file.no-permission. */
export async function deleteFile(target: string, now: FileNow): Promise<void> {
  try {
    await refuseChanged(target, now);
    await unlink(target);
    await syncFolder(dirname(target));
  } catch (error) {
    throw fileFailure(error, target);
  }
}

/** Removes folders that were made for a file, outermost first in the list, as far as they are empty. */
export async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders.toReversed()) {
    const isGone = await rmdir(folder).then(
      () => true,
      (error: unknown) => errorCode(error) === 'ENOENT',
    );
    if (!isGone) return;
  }
}

/** Removes what a killed `replaceFile` of this file left. Call it while no other process edits profiles. */
export async function clearTemporary(target: string): Promise<void> {
  const start = `.${basename(target)}.`;
  const names = await readdir(dirname(target)).catch(() => []);
  for (const name of names) {
    const isOurs = name.startsWith(start) && /^[0-9a-f-]{36}\.tmp$/.test(name.slice(start.length));
    if (isOurs) await unlink(join(dirname(target), name)).catch(() => undefined);
  }
}

/** The folders above a file that do not exist, outermost first. */
export async function missingFolders(target: string): Promise<string[]> {
  const missing: string[] = [];
  for (let at = dirname(target); !(await isFolder(at)); at = dirname(at)) missing.unshift(at);
  return missing;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory() || Promise.reject(failure('file.not-found', { path })),
    (error: unknown) => (errorCode(error) === 'ENOENT' ? false : Promise.reject(fileFailure(error, path))),
  );
}

async function refuseChanged(target: string, now: FileNow | null): Promise<void> {
  const found = await readFileNow(target);
  const isSame = now === null ? found === null : found !== null && found.sha256 === now.sha256;
  if (!isSame) throw failure('profile.changed', { path: target });
}

/**
 * Copies mode, owner, access lists and extended attributes with the system's own `cp`, since Node knows only the first
 * two. Where it cannot, those two are kept all the same.
 */
async function copyAttributes(system: System, from: string, to: string, now: FileNow): Promise<void> {
  const args = system.os === 'darwin' ? ['-p'] : ['--attributes-only', '--preserve=all'];
  await system.run({ file: 'cp', args: [...args, '--', from, to], timeoutMs: 10_000 }).catch(() => undefined);
  const { uid, gid } = await lstat(to);
  if (uid === now.uid && gid === now.gid) return;
  if (process.geteuid?.() !== 0) throw failure('profile.not-replaceable', { path: from, why: 'owner' });
  await chown(to, now.uid, now.gid);
}

async function writeAll(path: string, content: Buffer, mode: number): Promise<void> {
  await using file = await open(path, 'r+');
  await file.truncate(0);
  await file.writeFile(content);
  await file.chmod(mode);
  await file.sync();
}
