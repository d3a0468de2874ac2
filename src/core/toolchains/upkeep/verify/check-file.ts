import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFinding } from '#contract/upkeep';
import { errorCode, type UnpackedFile } from '#core/system';

/** Files are read in pieces of this size; nearly every file of a Go fits into one. */
const buffer: Buffer = Buffer.allocUnsafe(1 << 20);

/**
 * Compares one file with its record; null when it is unchanged. Synchronous, because it runs in a thread of its own,
 * where that is twice as fast. `modes`: compare permissions too, which Windows does not have.
 */
export function checkFile(goroot: string, recorded: UnpackedFile, modes: boolean): FileFinding | null {
  const found = (problem: FileFinding['problem'], detail: string | null = null): FileFinding => ({
    path: recorded.path,
    problem,
    detail,
  });
  const path = join(goroot, recorded.path);
  try {
    if (isLink(recorded)) return linkSha256(path) === recorded.sha256 ? null : found('modified');
    return checkContent(path, recorded, modes, found);
  } catch (error) {
    switch (errorCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return found('missing');
      case 'ELOOP': // a link where a file was
      case 'EINVAL': // a file where a link was
      case 'EISDIR':
      case 'ENXIO':
        return found('modified');
      default:
        return found('unreadable', errorCode(error) ?? String(error));
    }
  }
}

/** Unpacking gives 0777 only to symbolic links. */
function isLink({ mode }: UnpackedFile): boolean {
  return mode === 0o777;
}

/** For a symbolic link, the hash is that of its target's path. */
function linkSha256(path: string): string {
  return hash('sha256', readlinkSync(path), 'hex');
}

function checkContent(
  path: string,
  { bytes, sha256, mode }: UnpackedFile,
  modes: boolean,
  found: (problem: FileFinding['problem'], detail?: string) => FileFinding,
): FileFinding | null {
  const file = openUnnoticed(path);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return found('modified');
    if (stat.size !== bytes) return found('modified', `${bytes} → ${stat.size}`);
    if (contentSha256(file, bytes) !== sha256) return found('modified');
    const there = stat.mode & 0o777;
    return modes && there !== mode ? found('mode', `${octal(mode)} → ${octal(there)}`) : null;
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a file for reading, without following a link or waiting for a pipe. Where Linux allows it, to the owner,
 * without updating the access time: reading `bin/go` is a sign of its use (last-use.ts).
 */
function openUnnoticed(path: string): number {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    return openSync(path, flags | (constants.O_NOATIME ?? 0));
  } catch (error) {
    if (errorCode(error) === 'EPERM') return openSync(path, flags);
    throw error;
  }
}

function contentSha256(file: number, bytes: number): string {
  const first = readSync(file, buffer);
  // One call for small files: half the time of a hash object for the 12,000 small files of a Go.
  if (first >= bytes) return hash('sha256', buffer.subarray(0, first), 'hex');
  const sum = createHash('sha256').update(buffer.subarray(0, first));
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    sum.update(buffer.subarray(0, read));
  }
  return sum.digest('hex');
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
