import type { Dropped, DroppedArchive } from '#shared/overlays.ts';

/** Names that images, releases and other archives have. */
const archive = /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|t[gbx]z|tzst|zip|oci)$/i;

/** As go.dev names the archives of releases. */
const release = /^go1\.[\w.]+-[\w.-]+\.(?:tar\.gz|zip)$/;

/** What was dropped; null: nothing. `pathOf`: the path of a file; null: this host does not know it. */
export function whatDropped<File extends { name: string }>(
  files: readonly File[],
  pathOf: ((file: File) => string) | null,
): Dropped | DroppedArchive | null {
  const [file] = files;
  if (!file) return null;
  if (files.length > 1) return { kind: archive.test(file.name) ? 'archives' : 'several' };
  const path = pathOf?.(file) ?? '';
  if (release.test(file.name)) return { kind: 'release', fileName: file.name };
  if (archive.test(file.name)) {
    return { kind: 'archive', ...(path === '' ? { fileName: file.name } : { path }) };
  }
  return path === '' ? { kind: 'unplaced', fileName: file.name } : { kind: 'program', path };
}
