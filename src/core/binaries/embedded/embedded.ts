import type { EmbeddedFile } from '#contract/binaries';
import { type Bytes, Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type Place, selfPointers } from './self-pointers.ts';

/** The files of one variable of the type `embed.FS`. */
export interface EmbeddedSet {
  /** The table of the files in memory: a slice and its records. */
  address: number;
  bytes: number;
  /** Without folders; `offset` is where the content is in the file. */
  files: (Pick<EmbeddedFile, 'path' | 'bytes'> & { offset: number })[];
}

/** A program with more is hostile. */
const maxFiles = 1_000_000;
/** Real programs have hardly any other places that begin like such a table. */
const maxOthers = 10_000;
const maxPathBytes = 4096;
const hashBytes = 16;

/**
 * Finds the files that were put into a program with `//go:embed`, as far as their variables have the type `embed.FS`: the
 * compiler writes a table of names, contents and hashes for each (cmd/compile/internal/staticdata/embed.go), which does
 * not depend on symbols. Strings and byte slices have no such table. Empty if what is found cannot be true.
 */
export function embeddedSets(image: Image): EmbeddedSet[] {
  try {
    return findSets(image);
  } catch (error) {
    if (error instanceof Damaged) return [];
    throw error;
  }
}

/** Throws `Damaged`. */
function findSets(image: Image): EmbeddedSet[] {
  const sets = new Map<number, EmbeddedSet>();
  let others = 0;
  let left = maxFiles;
  for (const place of selfPointers(image)) {
    if (sets.has(place.address)) continue;
    const set = readSet(place, image.bytes, left);
    if (set) {
      sets.set(place.address, set);
      left -= set.files.length;
    } else if (++others > maxOthers) {
      throw new Damaged('it repeats the beginning of a table of embedded files too often.');
    }
  }
  return sets.values().toArray();
}

/** A slice, then for each file two strings and a hash. null: this is something else. */
function readSet({ address, offset, room, pointers }: Place, file: Bytes, max: number): EmbeddedSet | null {
  const { pointerBytes } = file;
  const sliceBytes = 3 * pointerBytes;
  const recordBytes = 4 * pointerBytes + hashBytes;
  const slice = file.part(offset, Math.min(sliceBytes, room));
  if (slice.length < sliceBytes) return null;
  const count = slice.address(pointerBytes);
  if (!count || count > max || slice.address(2 * pointerBytes) !== count) return null;
  const bytes = sliceBytes + count * recordBytes;
  if (bytes > room) return null;
  const table = file.part(offset, bytes);
  const target = pointers(table);
  const files: EmbeddedSet['files'] = [];
  for (let at = sliceBytes; at < bytes; at += recordBytes) {
    const path = pathAt(file, target(at), table.address(at + pointerBytes));
    if (path === null) return null;
    if (path.endsWith('/')) continue;
    const content = target(at + 2 * pointerBytes);
    const length = table.address(at + 3 * pointerBytes);
    if (length === null || (length > 0 && (content === null || content + length > file.length))) return null;
    files.push({ path, bytes: length, offset: content ?? 0 });
  }
  return { address, bytes, files };
}

/** A path as Go embeds it (`fs.ValidPath`; a folder ends with a slash); null: this is none. */
function pathAt(file: Bytes, offset: number | null, length: number | null): string | null {
  if (offset === null || !length || length > maxPathBytes || offset + length > file.length) return null;
  const path = file.part(offset, length).buffer.toString('utf8');
  return /^\/|\/\/|[\p{Cc}\\\ufffd]/u.test(path) ? null : path;
}

/**
 * Each file once, largest first: two variables may have the same one, and the linker keeps its content once. `packageAt`
 * tells the package of a table by its address. Pure.
 */
export function listEmbedded(
  sets: readonly EmbeddedSet[],
  packageAt: (address: number) => string | null,
): EmbeddedFile[] {
  const files = new Map<string, EmbeddedFile>();
  for (const set of sets) {
    const owner = packageAt(set.address);
    for (const { path, bytes, offset } of set.files) {
      const key = `${offset}:${path}`;
      const known = files.get(key);
      files.set(key, { path, bytes, package: known && known.package !== owner ? null : owner });
    }
  }
  return files
    .values()
    .toArray()
    .toSorted((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
}
