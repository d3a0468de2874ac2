import { isUtf8 } from 'node:buffer';

/**
 * The text of a name, which may be any bytes. Those that are not UTF-8 become U+FFFD and two hexadecimal digits each, and a
 * real U+FFFD is doubled, so that two names never become the same text.
 */
export function nameText(bytes: Buffer): string {
  if (!isUtf8(bytes)) return escaped(bytes);
  const text = bytes.toString('utf8', 0, bytes.length);
  return text.includes('\uFFFD') ? text.replaceAll('\uFFFD', '\uFFFD\uFFFD') : text;
}

function escaped(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(
      (each) => at + each <= bytes.length && isUtf8(bytes.subarray(at, at + each)),
    );
    if (length === undefined) text += `\uFFFD${bytes.toString('hex', at, at + 1)}`;
    else text += nameText(bytes.subarray(at, at + length));
    at += length ?? 1;
  }
  return text;
}

/** What is not a clean path already: `./a`, `a//b`, `a/../b`, `/a`, `a/`. */
const unclean = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * The path below the root: without `.`, `..` and slashes at the ends; empty for the root itself. null: it leaves the root. An
 * absolute path begins at the root, as engines have it.
 */
export function cleanPath(name: string): string | null {
  if (!unclean.test(name)) return name;
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What a path in a layer stands for. `meta`: notes of an old storage driver, which engines pass over. */
export type LayerPath = { kind: 'entry' | 'whiteout' | 'opaque'; path: string } | { kind: 'meta' };

/**
 * `a/.wh.b` removes `a/b`, and `a/.wh..wh..opq` all that is in `a` below this layer (image-spec, layer.md). null: what it
 * removes is no name.
 */
export function layerPath(path: string): LayerPath | null {
  const slash = path.lastIndexOf('/');
  if (!path.startsWith('.wh.', slash + 1)) return { kind: 'entry', path };
  const base = path.slice(slash + 1);
  const folder = slash === -1 ? '' : path.slice(0, slash);
  if (base === '.wh..wh..opq') return { kind: 'opaque', path: folder };
  if (base.startsWith('.wh..wh.')) return { kind: 'meta' };
  const removed = base.slice('.wh.'.length);
  if (removed === '' || removed === '.' || removed === '..') return null;
  return { kind: 'whiteout', path: folder === '' ? removed : `${folder}/${removed}` };
}
