import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { failure, isFailure } from '#contract/failure';
import { fileFailure, openForeign } from '#core/system';
import type { Content } from './content.ts';
import { type ExecutableHeader, headerBytes, type Identified, identify } from './header.ts';
import { pieceBytes, readPieces } from './pieces.ts';

/**
 * The format and targets of a program, from its first kilobyte: fast enough for every toolchain's `bin/go`. null: it
 * is not an executable. Failures: `file.not-found`, `file.no-permission`, and `binary.not-executable` for a folder or
 * a device.
 */
export async function readExecutableHeader(path: string): Promise<ExecutableHeader | null> {
  return withFile(path, async (file, bytes) => {
    const identified = await identifyFile(file, bytes);
    return identified && { format: identified.format, targets: identified.targets };
  });
}

/** A program that has been read completely. */
export interface ProgramFile {
  identified: Identified;
  content: Buffer;
  /** Lower-case hex. */
  sha256: string;
}

/** More than any linker makes of Go code, and little enough to hold in memory. */
const maxBytes = 2 ** 31 - 1;

/**
 * Reads and hashes a program, in pieces, so that other work can go on meanwhile. A file that is not a program is
 * refused after its first kilobyte. Failures: `binary.not-executable`, `binary.too-large`, and those of opening a
 * file.
 */
export async function readProgram(path: string): Promise<ProgramFile> {
  return withFile(path, async (file, bytes) => {
    const identified = await identifyFile(file, bytes);
    if (!identified) throw failure('binary.not-executable', { path });
    if (bytes > maxBytes) throw failure('binary.too-large', { path, bytes, max: maxBytes });
    const content = Buffer.allocUnsafe(bytes);
    const hash = createHash('sha256');
    const stepBytes = 4 * 1024 * 1024;
    let position = 0;
    while (position < bytes) {
      const { bytesRead } = await file.read(
        content,
        position,
        Math.min(stepBytes, bytes - position),
        position,
      );
      if (bytesRead === 0) throw failure('binary.damaged', { path, detail: 'it shrank while it was read.' });
      hash.update(content.subarray(position, position + bytesRead));
      position += bytesRead;
    }
    return { identified, content, sha256: hash.digest('hex') };
  });
}

/**
 * Calls `parse` with the content of a program, and reads only the pieces that it accesses (see `readPieces`).
 * Failures: `binary.not-executable`, `binary.too-large`, those of opening a file, and what `parse` throws.
 */
export async function readProgramPieces<T>(
  path: string,
  parse: (identified: Identified, content: Content) => T,
): Promise<{ bytes: number; found: T }> {
  return withFile(path, async (file, bytes) => {
    const first = await bytesAt(file, 0, Math.min(pieceBytes, bytes));
    const identified = await identify(first.subarray(0, headerBytes), bytes, (offset, length) =>
      bytesAt(file, offset, length),
    );
    if (!identified) throw failure('binary.not-executable', { path });
    if (bytes > maxBytes) throw failure('binary.too-large', { path, bytes, max: maxBytes });
    const found = await readPieces(file, bytes, first, (content) => parse(identified, content));
    return { bytes, found };
  });
}

async function withFile<T>(path: string, work: (file: FileHandle, bytes: number) => Promise<T>): Promise<T> {
  try {
    const opened = await openForeign(path);
    await using file = opened.file;
    return await work(file, opened.bytes);
  } catch (error) {
    const failed = fileFailure(error, path);
    const isOther =
      isFailure(failed, 'file.unusable') && ['folder', 'special'].includes(String(failed.params['reason']));
    throw isOther ? failure('binary.not-executable', { path }, error) : failed;
  }
}

function identifyFile(file: FileHandle, bytes: number): Promise<Identified | null> {
  const at = (offset: number, length: number): Promise<Buffer> => bytesAt(file, offset, length);
  return at(0, headerBytes).then((head) => identify(head, bytes, at));
}

/** Returns fewer bytes at the end of the file. */
async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
