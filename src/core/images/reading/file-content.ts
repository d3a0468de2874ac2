import { createHash, hash } from 'node:crypto';
import type { TarReader } from './tar-reader.ts';

/** The content of a file as far as it is wanted. */
export interface FileContent {
  sha256: Buffer;
  /** null: not wanted. */
  content: Buffer | null;
}

/** Bytes that tell executables from other files. */
const magicBytes = 8;

/**
 * Reads the content of the tar's entry and hashes it. The content is returned if `isWanted` says so about its first eight
 * bytes, or all if there are fewer.
 */
export async function readContent(
  tar: TarReader,
  bytes: number,
  isWanted: (start: Buffer) => boolean,
): Promise<FileContent> {
  const whole = tar.whole();
  if (whole) {
    // `hash` is faster than `createHash` for the many small files.
    const sha256 = hash('sha256', whole, 'buffer');
    return { sha256, content: isWanted(whole.subarray(0, magicBytes)) ? Buffer.from(whole) : null };
  }
  const hashing = createHash('sha256');
  let start: Buffer = Buffer.alloc(0);
  let content: Buffer | null = null;
  let isDecided = false;
  let at = 0;
  for (let piece = await tar.piece(); piece; piece = await tar.piece()) {
    hashing.update(piece);
    if (!isDecided) {
      start = Buffer.concat([start, piece.subarray(0, magicBytes - start.length)]);
      isDecided = start.length >= Math.min(magicBytes, bytes);
      if (isDecided && isWanted(start)) {
        content = Buffer.allocUnsafeSlow(bytes);
        start.copy(content);
      }
    }
    if (content) piece.copy(content, at);
    at += piece.length;
  }
  return { sha256: hashing.digest(), content };
}

/** Whether a file starts like an ELF, Mach-O or PE file. */
export function isExecutable(start: Buffer): boolean {
  if (start.length < magicBytes) return false;
  const magic = start.readUInt32BE(0);
  // Java's classes start like universal Mach-O files, with a version of at least 45 in the place of the count.
  if (magic === 0xcafe_babe || magic === 0xcafe_babf) return start.readUInt32BE(4) < 45;
  return (
    magic === 0x7f45_4c46 ||
    magic >>> 16 === 0x4d5a ||
    [0xfeed_face, 0xfeed_facf, 0xcefa_edfe, 0xcffa_edfe].includes(magic)
  );
}
