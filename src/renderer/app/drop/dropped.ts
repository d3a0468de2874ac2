import type { Dropped } from '#shared/overlays.ts';

/** Names that images, releases and other archives have. */
const archive = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|t[gbx]z|tzst|zip|oci)$/i;

/** What was dropped; null: nothing. `pathOf`: the path of a file; null: this host does not know it. */
export function whatDropped<File extends { name: string }>(
  files: readonly File[],
  pathOf: ((file: File) => string) | null,
): Dropped | null {
  const [file] = files;
  if (!file) return null;
  if (files.length > 1) return { kind: 'several' };
  if (archive.test(file.name)) return { kind: 'archive', fileName: file.name };
  const path = pathOf?.(file) ?? '';
  return path === '' ? { kind: 'unplaced', fileName: file.name } : { kind: 'program', path };
}
