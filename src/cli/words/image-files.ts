import type { ImageContents } from '#contract/image-contents';
import type { ImageFile } from '#contract/image-look';
import type { ImageFacts } from '#contract/images';
import { csvCell, csvLines } from '#contract/report/csv';

/** An image as `images.look` returns it. */
export interface SeenImage {
  facts: ImageFacts | null;
  contents: ImageContents | null;
  record: string | null;
  /** As in contract/image-look.ts. */
  missing: { code: string; params: Record<string, unknown> } | null;
}

export const fileFilters = ['added', 'changed', 'wasted', 'large', 'go'] as const;
export type FileFilter = (typeof fileFilters)[number];

/** Files of at least so many bytes are large. */
const largeBytes = 1_000_000;

const fits: Record<FileFilter, (file: ImageFile) => boolean> = {
  added: ({ change }) => change === 'added',
  changed: ({ change }) => change === 'changed' || change === 'removed',
  wasted: ({ wasted }) => wasted,
  large: ({ bytes }) => bytes >= largeBytes,
  go: ({ go }) => go,
};

/** The files that a filter and a layer (null: all) leave; large ones and wasted ones first by size. Pure. */
export function fittingFiles(
  files: readonly ImageFile[],
  filter: FileFilter | null,
  layer: number | null,
): ImageFile[] {
  const fitting = files.filter(
    (file) => (filter === null || fits[filter](file)) && (layer === null || file.layer === layer),
  );
  return filter === null ? fitting : fitting.toSorted((x, y) => y.bytes - x.bytes);
}

/** The JSON document of `image inspect`: what the engine tells, and what was read. Pure. */
export function imageJson(
  { facts, contents, record, missing }: SeenImage,
  files: ImageFile[] | null,
): object {
  const told = facts && { ...facts, record, missing };
  if (!contents) return { ...told, contents: null };
  const { layers, waste, programs, secrets, sizes, config, packages, ...rest } = contents;
  return {
    ...told,
    ...rest,
    // Of an engine and read, each under a name of its own: they count different things.
    sizes: facts?.sizes ?? null,
    readSizes: sizes,
    target: rest.target ?? facts?.target ?? null,
    config,
    layers,
    waste: { ...waste, files: waste.files.map(fromRoot) },
    programs: programs.map(fromRoot),
    packages,
    findings: secrets.map(fromRoot),
    files,
  };
}

/** Every path of the document begins at the root, as those of `files` do. */
function fromRoot<T extends { path: string | null }>(item: T): T {
  return item.path === null ? item : { ...item, path: `/${item.path}` };
}

/** A row for each file. Pure. */
export function filesCsv(files: readonly ImageFile[]): string {
  const rows = files.map(({ layer, change, kind, bytes, mode, owner, path }) => [
    layer + 1,
    change,
    kind,
    bytes,
    mode,
    owner,
    csvCell(path),
  ]);
  return csvLines([['layer', 'change', 'kind', 'bytes', 'mode', 'owner', 'path'], ...rows]);
}
