import { constants } from 'node:fs';
import { access, lstat, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import process from 'node:process';
import { type Failure, failure, type FailureParams } from '#contract/failure';
import { errorCode, fileFailure, type System } from '#core/system';
import type { FileNow } from './journal/index.ts';
import type { Profile } from './startup/index.ts';

/**
 * What stands in the way of replacing or making a profile, found before anything is changed; null: nothing. `now`: the
 * file as it is. Failures that are no obstacle but unknown are thrown.
 */
export async function obstacle(
  { home }: Pick<System, 'home'>,
  { path, target }: Pick<Profile, 'path' | 'target'>,
  now: FileNow | null,
): Promise<Failure | null> {
  if (now) {
    if (!isOwn(now.uid)) return failure('profile.not-replaceable', { path, why: 'owner' });
    // Also for root, who may write to it: someone meant it to stay as it is.
    if ((now.mode & 0o200) === 0) return failure('profile.not-replaceable', { path, why: 'read-only' });
    if (!(await isWritable(target))) return failure('profile.not-replaceable', { path, why: 'immutable' });
  }
  const found = await folderObstacle(home, target);
  return found && failure('profile.no-folder', { path, ...found });
}

/** The same for the folder in which a file is replaced by a new one, or made. */
async function folderObstacle(
  home: string,
  target: string,
): Promise<Omit<FailureParams<'profile.no-folder'>, 'path'> | null> {
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    const found = await stat(folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw fileFailure(error, folder);
    });
    if (found && !found.isDirectory()) return { folder, why: 'file' };
    // Files of root's in someone's home, as with sudo, would be in their way.
    if (found && process.geteuid?.() === 0 && !isOwn(found.uid)) return { folder, why: 'owner' };
    if (found) return (await isWritable(folder)) ? null : { folder, why: 'read-only' };
    if (await isLink(folder)) return { folder, why: 'dangling' };
    // Perhaps a disk that is not mounted, or a mistyped variable.
    if (!isWithin(home, folder)) return { folder, why: 'missing' };
  }
}

function isOwn(uid: number): boolean {
  return uid === (process.geteuid?.() ?? uid);
}

/** Says no for a file that is immutable, even to root. */
async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

function isWithin(home: string, path: string): boolean {
  const below = relative(home, path);
  return below !== '' && !below.startsWith('..') && !isAbsolute(below);
}
