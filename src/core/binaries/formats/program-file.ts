import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { failure, isFailure } from '#contract/failure';
import { fileFailure, openForeign } from '#core/system';
import { archiveMagic } from './archive.ts';
import {
  type Content,
  fileSource,
  lazyContent,
  pieceBytes,
  readPieces,
  wholeContent,
} from '../bytes/index.ts';
import { type ExecutableHeader, headerBytes, type Identified, identify } from './header.ts';

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

/** More than any linker makes of Go code. */
const maxBytes = 2 ** 31 - 1;

/**
 * Hashes a program and calls `parse` with its content, of which only the parts are read again that `parse` needs, so that
 * the memory that this takes does not depend on the size of the file. Other work can go on while it is hashed. A file
 * that is not a program is refused after its first kilobyte; `identified` is null for an archive of object files.
 * Failures: `binary.not-executable`, `binary.packed`, `binary.too-large`, `binary.damaged` if it changes meanwhile,
 * those of opening a file, and what `parse` throws.
 */
export async function readProgram<T>(
  path: string,
  parse: (identified: Identified | null, content: Content) => T,
): Promise<{ bytes: number; sha256: string; found: T }> {
  return withFile(path, async (file, bytes) => {
    const before = await file.stat();
    const head = await bytesAt(file, 0, headerBytes);
    const identified = await identify(head, bytes, (offset, length) => bytesAt(file, offset, length));
    refuseOthers(path, head, identified);
    refuseLarge(path, bytes);
    const sha256 = await hashFile(file, path, bytes);
    const found = parse(identified, lazyContent(fileSource(file.fd, bytes), 0, bytes));
    const after = await file.stat();
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw failure('binary.damaged', { path, detail: 'it changed while it was read.' });
    }
    return { bytes, sha256, found };
  });
}

/** As `readProgram`, of a file that is in memory; `path` is the one that failures name. */
export async function readProgramInMemory<T>(
  path: string,
  content: Buffer,
  parse: (identified: Identified | null, content: Content) => T,
): Promise<{ bytes: number; sha256: string; found: T }> {
  const identified = await identifyInMemory(content);
  refuseOthers(path, content.subarray(0, headerBytes), identified);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { bytes: content.length, sha256, found: parse(identified, wholeContent(content)) };
}

/** As `identify`, of a file that is in memory. */
export function identifyInMemory(content: Buffer): Promise<Identified | null> {
  return identify(content.subarray(0, headerBytes), content.length, (offset, length) =>
    Promise.resolve(content.subarray(offset, offset + length)),
  );
}

/**
 * The size of a program and its SHA-256 (lower-case hex), without a look at what it contains. Failures: those of opening a file;
 * `binary.not-executable` for a folder or a device, `binary.damaged` if it shrinks meanwhile.
 */
export function hashProgram(path: string): Promise<{ bytes: number; sha256: string }> {
  return withFile(path, async (file, bytes) => ({ bytes, sha256: await hashFile(file, path, bytes) }));
}

/** What UPX writes in front of the packed program (`l_magic`), after the headers. */
const upxMagic = Buffer.from('UPX!');

/** Whether UPX packed a program that begins like this, so that nothing in it can be read. */
export function isPacked(head: Buffer): boolean {
  return head.subarray(0, headerBytes).includes(upxMagic);
}

function refuseLarge(path: string, bytes: number): void {
  if (bytes > maxBytes) throw failure('binary.too-large', { path, bytes, max: maxBytes });
}

function refuseOthers(path: string, head: Buffer, identified: Identified | null): void {
  if (identified && isPacked(head)) throw failure('binary.packed', { path });
  if (identified || head.subarray(0, archiveMagic.length).equals(archiveMagic)) return;
  const what = head.subarray(0, 2).equals(Buffer.from('#!')) ? 'script' : 'other';
  throw failure('binary.not-executable', { path, what });
}

/** The next bytes are read while the ones before are hashed. Lower-case hex. */
async function hashFile(file: FileHandle, path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  const steps = [Buffer.allocUnsafeSlow(hashStepBytes), Buffer.allocUnsafeSlow(hashStepBytes)];
  const read = (step: Buffer | undefined, position: number) =>
    file.read(step ?? Buffer.alloc(0), 0, Math.min(hashStepBytes, bytes - position), position);
  let next = read(steps[0], 0);
  for (let position = 0, i = 1; position < bytes; i = 1 - i) {
    const { buffer, bytesRead } = await next;
    if (bytesRead === 0) throw failure('binary.damaged', { path, detail: 'it shrank while it was read.' });
    position += bytesRead;
    if (position < bytes) next = read(steps[i], position);
    hash.update(buffer.subarray(0, bytesRead));
  }
  return hash.digest('hex');
}

const hashStepBytes = 1024 * 1024;

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
    if (!identified) throw failure('binary.not-executable', { path, what: 'other' });
    refuseLarge(path, bytes);
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
    const what = isFailure(failed, 'file.unusable') && failed.params.reason;
    if (what !== 'folder' && what !== 'special') throw failed;
    throw failure('binary.not-executable', { path, what }, error);
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
