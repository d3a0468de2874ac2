import { createHash } from 'node:crypto';

/** Kinds in the order of `imageEntryKinds`. */
const kinds = ['file', 'directory', 'symlink', 'hardlink', 'device', 'fifo', 'whiteout', 'opaque'] as const;

/** An entry of a layer as a test writes it. */
export interface EntryText {
  path: string;
  kind: (typeof kinds)[number];
  /** Of a file. */
  content?: string;
  /** Of a link. */
  link?: string;
  mode?: number;
}

/** The columns of a layer with these entries. */
export function layerOf(entries: readonly EntryText[]) {
  const hashes = new Uint8Array(32 * entries.length);
  for (const [i, { kind, content = '' }] of entries.entries()) {
    if (kind === 'file') hashes.set(createHash('sha256').update(content).digest(), 32 * i);
  }
  return {
    paths: entries.map(({ path }) => path),
    kinds: entries.map(({ kind }) => kinds.indexOf(kind)),
    bytes: entries.map(({ kind, content = '' }) => (kind === 'file' ? Buffer.byteLength(content) : 0)),
    modes: entries.map(({ mode, kind }) => mode ?? (kind === 'directory' ? 0o755 : 0o644)),
    uids: entries.map(() => 0),
    gids: entries.map(() => 0),
    links: Object.fromEntries(
      entries.flatMap(({ link }, i) => (link === undefined ? [] : [[String(i), link]])),
    ),
    hashes,
  };
}

/**
 * A layer in short: `etc/` a folder, `etc/passwd=root` a file with its content, `sh->busybox` a symbolic link,
 * `ls=>bin/busybox` a hard link, `!etc/passwd` a whiteout, `!etc/` an opaque folder.
 */
export function shortLayer(...texts: string[]) {
  return layerOf(texts.map(entryOf));
}

function entryOf(text: string): EntryText {
  if (text.startsWith('!')) {
    return text.endsWith('/')
      ? { path: text.slice(1, -1), kind: 'opaque' }
      : { path: text.slice(1), kind: 'whiteout' };
  }
  if (text.endsWith('/')) return { path: text.slice(0, -1), kind: 'directory' };
  const [path = '', sign, value = ''] = text.split(/(=>|->|=)(.*)/s);
  if (sign === '=') return { path, kind: 'file', content: value };
  return { path, kind: sign === '->' ? 'symlink' : 'hardlink', link: value };
}
