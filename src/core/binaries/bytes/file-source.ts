import { readSync } from 'node:fs';
import { Damaged } from './bytes.ts';
import type { Source } from './lazy-bytes.ts';

const pageBytes = 64 * 1024;
/** Small reads come from at most this many pages (4 MB), the ones used last. */
const maxPages = 64;
/** More than the tables of any program need at once; protects memory from a hostile header. */
const maxTakeBytes = 128 * 1024 * 1024;

/**
 * The content of an open file, read when it is needed, synchronously: for a file that has just been read as a whole (to
 * hash it), so that the system has it in memory. Throws `Damaged` if the file has become shorter, or if a single part is
 * too large.
 */
export function fileSource(fd: number, bytes: number): Source {
  const pages = new Map<number, Buffer>();
  const page = (number: number): Buffer => {
    const known = pages.get(number);
    if (known) {
      pages.delete(number);
      pages.set(number, known);
      return known;
    }
    const start = number * pageBytes;
    const read = readRange(fd, start, Math.min(pageBytes, bytes - start));
    pages.set(number, read);
    const [oldest] = pages.keys();
    if (pages.size > maxPages && oldest !== undefined) pages.delete(oldest);
    return read;
  };
  return {
    take: (offset, length) => {
      if (length === 0) return Buffer.alloc(0);
      const first = Math.floor(offset / pageBytes);
      const inPage = offset - first * pageBytes;
      if (inPage + length <= pageBytes) return page(first).subarray(inPage, inPage + length);
      if (length > maxTakeBytes) throw new Damaged(`it claims to have a table of ${length} bytes.`);
      return readRange(fd, offset, length);
    },
    copy: (offset, length, to) => fill(fd, offset, length, to),
  };
}

function readRange(fd: number, offset: number, length: number): Buffer {
  const read = Buffer.allocUnsafeSlow(length);
  fill(fd, offset, length, read);
  return read;
}

function fill(fd: number, offset: number, length: number, to: Uint8Array): void {
  for (let at = 0; at < length; ) {
    const bytesRead = readSync(fd, to, at, length - at, offset + at);
    if (bytesRead === 0) throw new Damaged('it shrank while it was read.');
    at += bytesRead;
  }
}
