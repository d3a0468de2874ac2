import { stat } from 'node:fs/promises';
import type { UnreadableWhy } from '#contract/failure';
import { readStartBytes } from '#core/system';
import { type Lines, linesOf, withoutNul } from '#core/toolchains';

/** The lines of a version file, or why it has none. */
export type VersionFile = Lines | { why: UnreadableWhy };

/** The maximum number of bytes of a file that are looked at, including NUL bytes; more than linesOf returns of any. */
const startBytes = 100_000;

/** Reads a version file; null: there is none. Never waits for a pipe or a device. */
export async function readVersionFile(path: string): Promise<VersionFile | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return { why: found.isDirectory() ? 'folder' : 'special' };
  const bytes = await readStartBytes(path, startBytes);
  if (bytes === null) return { why: 'denied' };
  const content = linesOf(bytes, bytes.length < startBytes);
  const isUtf16 = content.lines.length > 0 && utf16Mark.test(withoutNul(bytes).toString('latin1', 0, 1000));
  return isUtf16 ? { why: 'utf-16' } : content;
}

/** The byte order marks of UTF-16. */
const utf16Mark = /^[ \t\r]*(?:\xff\xfe|\xfe\xff)/;

/** The lines of a go.mod or go.work; null if it cannot be read. */
export async function readModLines(path: string): Promise<Lines | null> {
  const bytes = await readStartBytes(path, startBytes);
  return bytes && linesOf(bytes, bytes.length < startBytes);
}
