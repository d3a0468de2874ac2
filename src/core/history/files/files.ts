import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { failure } from '#contract/failure';
import { fileFailure, openForeignSync } from '#core/system';
import { headerBytes } from './header.ts';

/** The files of one SQLite database: itself, its write-ahead log, the log's index. */
const suffixes = ['', '-wal', '-shm'] as const;

/** The log's index has 8 bytes for each page of the log; SQLite takes minutes for one of 500 MB. */
const maxIndexBytes = 32_000_000;

/**
 * The size of the history's file in bytes; null if there is none. Failures: file.unusable (a folder, a pipe, a device,
 * of which SQLite would read without end), file.too-large, file.no-permission.
 */
export function historyBytes(path: string): number | null {
  for (const suffix of [...suffixes, '-journal'] as const) {
    // SQLite makes the files beside it itself: a link there could make it write anywhere.
    const found = suffix === '' ? statIfThere(path) : lstatSync(path + suffix, { throwIfNoEntry: false });
    if (found && !found.isFile()) {
      throw failure('file.unusable', {
        path: path + suffix,
        reason: found.isDirectory() ? 'folder' : 'special',
      });
    }
  }
  const index = `${path}-shm`;
  if ((statIfThere(index)?.size ?? 0) > maxIndexBytes) {
    throw failure('file.too-large', { path: index, maxBytes: maxIndexBytes });
  }
  return statIfThere(path)?.size ?? null;
}

/** Whether there is a write-ahead log with something in it: a process has the history open, or the last one was killed. */
export function hasLog(path: string): boolean {
  return (statIfThere(`${path}-wal`)?.size ?? 0) > 0;
}

/** The first bytes of the file, at most `headerBytes`. This process must not have it open: closing it frees its locks. */
export function readHeader(path: string): Buffer {
  const { fd } = openForeignSync(path);
  try {
    const header = Buffer.alloc(headerBytes);
    return header.subarray(0, readSync(fd, header, 0, headerBytes, 0));
  } finally {
    closeSync(fd);
  }
}

export function writeHeader(path: string, header: Buffer): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, header, 0, header.length, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Checks that the file can be written, before SQLite opens it and leaves files of the same mode beside it, which would
 * stay in the way. Failures: file.no-permission.
 */
export function mustBeWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
    for (const suffix of ['-wal', '-shm'] as const) {
      const found = statIfThere(path + suffix);
      if (found && (found.mode & 0o200) === 0) chmodSync(path + suffix, 0o600);
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Marks the history as possibly damaged, so that the next opening checks it. */
export function markSuspect(path: string): void {
  try {
    writeFileSync(suspectMark(path), '', { flag: 'wx', mode: 0o600 });
  } catch {
    // It is marked already, or the mark cannot be written, and the damage is noticed again where it is read.
  }
}

/** Whether the history is marked. Only a file is a mark. */
export function isSuspect(path: string): boolean {
  return lstatSync(suspectMark(path), { throwIfNoEntry: false })?.isFile() ?? false;
}

export function clearSuspect(path: string): void {
  if (isSuspect(path)) rmSync(suspectMark(path), { force: true });
}

function suspectMark(path: string): string {
  return `${path}.suspect`;
}

/** Keeps a copy of the file and its log beside it, as they are; returns the copy's path. */
export function keepAside(path: string, now: Date): string {
  const wanted = `${path}.damaged-${stamp(now)}`;
  let aside = wanted;
  for (let n = 2; existsSync(aside); n++) aside = `${wanted}-${n}`;
  // The file comes last: without it, the copy is not complete.
  for (const suffix of ['-wal', ''] as const) {
    if (statIfThere(path + suffix)) copyFileSync(path + suffix, aside + suffix, constants.COPYFILE_FICLONE);
  }
  return aside;
}

/** Puts a complete database file in the place of the history, which no process has open. */
export function takePlace(file: string, path: string): void {
  // SQLite would apply a log that belongs to another file.
  for (const suffix of ['-wal', '-shm'] as const) rmSync(path + suffix, { force: true });
  renameSync(file, path);
}

/** Removes a database file and what belongs to it. Failures: file.unusable (a folder is in its place). */
export function removeDatabase(path: string): void {
  for (const suffix of [...suffixes, '-journal'] as const) {
    const file = path + suffix;
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw failure('file.unusable', { path: file, reason: 'folder' });
    }
    rmSync(file, { force: true });
  }
}

/** A time for a file name, without the colons that Windows does not allow: `20261107T101112Z`. */
export function stamp(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}

function statIfThere(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw fileFailure(error, path);
  }
}
