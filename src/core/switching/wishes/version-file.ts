import { stat } from 'node:fs/promises';
import type { UnreadableWhy } from '#contract/failure';
import { readStartBytes } from '#core/system';

/** The text of a version file, or why it has none. */
export type VersionFile = { text: string } | { why: UnreadableWhy };

/** Reads a version file; null: there is none. Never waits for a pipe or a device. */
export async function readVersionFile(path: string): Promise<VersionFile | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return { why: found.isDirectory() ? 'folder' : 'special' };
  const bytes = await readStartBytes(path);
  if (bytes === null) return { why: 'denied' };
  if (/^[ \t\r]*(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 100))) return { why: 'utf-16' };
  return { text: textOf(bytes) };
}

/** The text of a file as the shim reads it: without NUL bytes, which `read` drops in shells. */
export function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\0', '');
}
