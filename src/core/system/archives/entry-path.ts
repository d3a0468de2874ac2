import { hasControlCharacters } from '#contract/control-characters';
import type { Hostility } from './hostile.ts';

/**
 * The path of an entry below the folder it is unpacked into: its name without the archive's `root` folder; `''` for
 * that folder itself. Names are never repaired: an honest archive needs no repair, and a repaired name has not been
 * checked.
 */
export function entryPath(name: string, root: string): { path: string } | { hostile: Hostility } {
  // They disguise a name, and NUL ends it for the system.
  if (hasControlCharacters(name)) return { hostile: 'control-character' };
  if (name.includes('\\')) return { hostile: 'backslash' };
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return { hostile: 'absolute' };
  const path = name.replace(/^(?:\.\/)+/, '').replace(/\/$/, '');
  const parts = path.split('/');
  if (parts.includes('..')) return { hostile: 'leaves-root' };
  if (parts.includes('.') || parts.includes('')) return { hostile: 'outside-prefix' };
  if (parts.some(isOtherOnWindows)) return { hostile: 'windows-name' };
  if (root === '') return { path };
  if (path === root || root.startsWith(`${path}/`)) return { path: '' };
  return path.startsWith(`${root}/`) ? { path: path.slice(root.length + 1) } : { hostile: 'outside-prefix' };
}

/**
 * Whether Windows takes a name for something else: `go:evil` for a stream of `go`, `nul.go` for a device, `go.` and
 * `go ` for `go`. Refused everywhere, because no Go has such names
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
function isOtherOnWindows(name: string): boolean {
  return (
    /[<>:"|?*]/.test(name) ||
    /[. ]$/.test(name) ||
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i.test(name)
  );
}

/** The type of an archive entry. */
export type Kind = 'folder' | 'file' | 'link';

/**
 * Whether a symbolic link at `path` points at something that the archive itself contains below its root. Every step on
 * the way must be a folder of the archive: after another link, `..` would lead elsewhere.
 */
export function pointsInside(
  path: string,
  target: string,
  kindAt: (path: string) => Kind | undefined,
): boolean {
  if (target === '' || target.startsWith('/') || target.includes('\\')) return false;
  const at = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (kindAt(at.join('/')) !== 'folder') return false;
    if (part === '' || part === '.') continue;
    if (part !== '..') at.push(part);
    else if (at.pop() === undefined) return false;
  }
  return kindAt(at.join('/')) !== undefined;
}
