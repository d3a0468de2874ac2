import { basename } from 'node:path';
import process from 'node:process';

/** Longer names help nobody, and file systems end at 255 bytes. */
const mostCharacters = 40;

/**
 * The name of a folder's link: the folder's own, with a dash for whatever does not go well into settings files, and 8
 * hex digits of its whole path, because many projects are called `server`.
 */
export function linkName(folder: string): string {
  // Not imported: `burrow current` looks for links, mostly finds none, and would take 3 ms longer to start.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const own = basename(folder)
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+/g, '');
  const short = Array.from(own).slice(0, mostCharacters).join('') || 'root';
  return `${short}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}
