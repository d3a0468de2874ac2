import { basename } from 'node:path';
import process from 'node:process';

/** In characters, of the folder's name; file systems allow 255 bytes for the whole name. */
const maxLength = 40;

/**
 * The name of a folder's link: the folder's own name, with a dash for characters that are awkward in settings files,
 * and 8 hex digits of a hash of its path, because many projects are called `server`.
 */
export function linkName(folder: string): string {
  // Not imported at the top: `burrow current` looks for links, usually finds none, and would start 3 ms later.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const own = basename(folder)
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+/g, '');
  const short = Array.from(own).slice(0, maxLength).join('') || 'root';
  return `${short}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}
