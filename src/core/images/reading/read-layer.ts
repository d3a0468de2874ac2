import { createHash, type Hash } from 'node:crypto';
import { failure } from '#contract/failure';
import { ByteReader } from './byte-reader.ts';
import { compressionOf, magicBytes } from './decompressed.ts';
import { cleanPath, layerPath, nameText } from './entry-name.ts';
import { expandedWithin } from './expanded-within.ts';
import { isExecutable, readContent } from './file-content.ts';
import { freeMemory } from './free-memory.ts';
import { LayerColumns } from './layer-columns.ts';
import { type Pieces, tapped } from './pieces.ts';
import type { ReadImageLayer } from './read-image-types.ts';
import type { Reading } from './reading.ts';
import { type TarEntry, TarReader } from './tar-reader.ts';

/** A layer, before anyone has said whether it is stored under a digest of its own. */
export type FoundLayer<Program> = Omit<ReadImageLayer<Program>, 'digest'> & {
  /** `sha256:…` of how it is stored; of an uncompressed layer its diff id. */
  storedDigest: string;
};

/** Reads a layer as it is stored, to its end. Failures: those of `readImage`; `at` names it in them. */
export async function readLayer<Program>(
  reading: Reading<Program>,
  stored: Pieces,
  at: string,
): Promise<FoundLayer<Program>> {
  const raw = new ByteReader(stored);
  const compression = compressionOf(await raw.peek(magicBytes));
  if (compression === 'none') {
    const tar = new LayerTar(reading, raw, at);
    await tar.read();
    return { ...tar.result(), storedDigest: tar.diffId, compressedBytes: null, compression };
  }
  const hash = createHash('sha256');
  let storedBytes = 0;
  const source = tapped(raw, (piece) => {
    hash.update(piece);
    storedBytes += piece.length;
  });
  const expanded = expandedWithin(reading, source, compression);
  const tar = new LayerTar(reading, expanded, at);
  try {
    await tar.read();
  } finally {
    await expanded.close();
  }
  // What follows the compressed data belongs to what is stored.
  while (await source.next()) reading.mayGoOn();
  const storedDigest = `sha256:${hash.digest('hex')}`;
  return { ...tar.result(), storedDigest, compressedBytes: storedBytes, compression };
}

/** The uncompressed tar stream of a layer. */
class LayerTar<Program> {
  readonly #reading: Reading<Program>;
  readonly #at: string;
  readonly #bytes: ByteReader;
  readonly #tar: TarReader;
  readonly #hash: Hash = createHash('sha256');
  readonly #columns = new LayerColumns();
  readonly #kept = new Map<string, Buffer>();
  readonly #programs = new Map<string, Program>();
  /** After `read`. */
  diffId = '';

  constructor(reading: Reading<Program>, pieces: Pieces, at: string) {
    this.#reading = reading;
    this.#at = at;
    this.#bytes = new ByteReader(
      tapped(pieces, (piece) => {
        reading.countBytes(piece.length);
        this.#hash.update(piece);
      }),
    );
    this.#tar = new TarReader(this.#bytes);
  }

  async read(): Promise<void> {
    let path = '';
    try {
      for (let entry = await this.#tar.next(); entry; entry = await this.#tar.next()) {
        this.#reading.countEntry();
        path = this.#path(entry.name);
        await this.#entry(path, entry);
      }
      // The diff id covers what follows the end of the archive, too.
      path = '';
      while (await this.#bytes.next());
    } catch (error) {
      throw this.#reading.failureAt(error, path === '' ? this.#at : `${this.#at}: ${path}`);
    }
    this.diffId = `sha256:${this.#hash.digest('hex')}`;
  }

  result() {
    const content = this.#columns.content();
    return {
      diffId: this.diffId,
      tarBytes: this.#bytes.position,
      fileBytes: content.bytes.reduce((sum, bytes) => sum + bytes, 0),
      content,
      kept: this.#kept,
      programs: this.#programs,
    };
  }

  async #entry(written: string, entry: TarEntry): Promise<void> {
    const { bytes, mode, uid, gid } = entry;
    const place = layerPath(written);
    if (!place) throw this.#hostile(written);
    if (place.kind === 'meta') return;
    const { path } = place;
    const rest = { path, mode, uid, gid };
    if (place.kind !== 'entry') {
      this.#columns.add({ ...rest, kind: place.kind, bytes: 0, link: null });
      return;
    }
    // The root is there without being an entry.
    if (path === '') return;
    const link =
      entry.kind === 'hardlink'
        ? this.#path(entry.link)
        : entry.kind === 'symlink'
          ? this.#name(entry.link)
          : null;
    const index = this.#columns.add({ ...rest, kind: entry.kind, bytes, link });
    // It replaces an earlier one.
    this.#kept.delete(path);
    this.#programs.delete(path);
    if (entry.kind === 'file') await this.#file(index, path, bytes);
  }

  async #file(index: number, path: string, bytes: number): Promise<void> {
    const { options, limits } = this.#reading;
    const isKept = this.#reading.keeps(path, bytes);
    const maxProgram = options.program ? limits.programBytes : 0;
    let isProgram = false;
    const { sha256, content } = await readContent(this.#tar, bytes, (start) => {
      isProgram = bytes <= maxProgram && isExecutable(start);
      return isKept || isProgram;
    });
    this.#columns.setHash(index, sha256);
    if (!content) return;
    if (isKept) this.#kept.set(path, content);
    const program = isProgram ? await options.program?.(path, content) : null;
    if (program != null) this.#programs.set(path, program);
    // A small one may share its memory with others.
    if (!isKept && content.length === content.buffer.byteLength) freeMemory(content);
  }

  /** The path that a name of the tar means. */
  #path(name: Buffer): string {
    const text = this.#name(name);
    const path = cleanPath(text);
    if (path === null) throw this.#hostile(text);
    return path;
  }

  #name(name: Buffer): string {
    this.#reading.countName(name.length);
    return nameText(name);
  }

  #hostile(name: string) {
    return failure('image.hostile-name', { source: this.#reading.source, at: this.#at, name });
  }
}
