import { closeSync, constants, fstatSync, openSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { failure } from '#contract/failure';
import { noFile } from './failures.ts';

/** How much a caller that names no limit reads of one file, in bytes: far more than any text that Burrow reads. */
const maxTextBytes = 32_000_000;

/** Without O_NONBLOCK, opening a named pipe waits for a writer, in a thread that nothing can stop. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens a file that anyone may have put there, for reading: only a regular file, perhaps behind links, and without ever
 * waiting. Every file that Burrow did not just make itself is opened here (open-foreign.test.ts). The caller closes it.
 * Throws file system errors, and `file.unusable` for a folder, a pipe, a socket or a device.
 */
export async function openForeign(path: string): Promise<{ file: FileHandle; bytes: number }> {
  // Opening some devices does something already, so they are refused before.
  mustBeRegular(path, await stat(path));
  const file = await open(path, flags);
  try {
    const found = await file.stat();
    // It may have been replaced since.
    mustBeRegular(path, found);
    return { file, bytes: found.size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Like `openForeign`, for threads that read synchronously. */
export function openForeignSync(path: string): { fd: number; bytes: number } {
  mustBeRegular(path, statSync(path));
  const fd = openSync(path, flags);
  try {
    const found = fstatSync(fd);
    mustBeRegular(path, found);
    return { fd, bytes: found.size };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/**
 * The content of such a file, at most `maxBytes` of it; a larger file fails with `file.too-large`, before its bytes take
 * any memory. Otherwise throws as `openForeign`.
 */
export async function readForeign(path: string, maxBytes: number = maxTextBytes): Promise<Buffer> {
  const { file, bytes } = await openForeign(path);
  try {
    if (bytes > maxBytes) throw failure('file.too-large', { path, maxBytes });
    // Files in /proc have no size, and any file may grow meanwhile.
    const pieces: Buffer[] = [];
    for (let total = 0; ; ) {
      const room = Math.max(bytes + 1 - total, 4096);
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(room), 0, room, null);
      total += bytesRead;
      if (total > maxBytes) throw failure('file.too-large', { path, maxBytes });
      if (bytesRead > 0) pieces.push(buffer.subarray(0, bytesRead));
      if (bytesRead === 0 || (total === bytes && bytesRead < room)) return Buffer.concat(pieces);
    }
  } finally {
    await file.close();
  }
}

/** The first `bytes` bytes of such a file. Throws as `openForeign`. */
export async function readForeignStart(path: string, bytes: number): Promise<Buffer> {
  const { file } = await openForeign(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, null);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function mustBeRegular(path: string, found: Stats): void {
  if (found.isDirectory()) throw failure('file.unusable', { path, reason: 'folder' });
  if (!found.isFile()) throw noFile(path);
}
