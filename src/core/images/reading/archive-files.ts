import type { FileHandle } from 'node:fs/promises';
import { failure } from '#contract/failure';
import { ByteReader } from './byte-reader.ts';
import { Damaged } from './damaged.ts';
import { cleanPath, nameText } from './entry-name.ts';
import type { ImageFiles } from './image-files.ts';
import { Links } from './links.ts';
import { FilePieces, tapped } from './pieces.ts';
import { type FoundLayer, readLayer } from './read-layer.ts';
import type { Reading } from './reading.ts';
import { TarReader } from './tar-reader.ts';

interface Place {
  offset: number;
  bytes: number;
}

/** The files of an uncompressed archive that can be read in any order. */
export class ArchiveFiles<Program> implements ImageFiles<Program> {
  readonly #reading: Reading<Program>;
  readonly #file: FileHandle;
  readonly #places = new Map<string, Place>();
  readonly #links = new Links();

  private constructor(reading: Reading<Program>, file: FileHandle) {
    this.#reading = reading;
    this.#file = file;
  }

  /** Finds what is in an archive of `bytes` bytes. Throws Damaged. */
  static async open<Program>(
    reading: Reading<Program>,
    file: FileHandle,
    bytes: number,
  ): Promise<ArchiveFiles<Program>> {
    const files = new ArchiveFiles(reading, file);
    const pieces = new FilePieces(file, { offset: 0, bytes });
    try {
      await files.#find(new ByteReader(pieces), bytes);
    } finally {
      await pieces.close();
    }
    return files;
  }

  async document(path: string): Promise<Buffer | null> {
    const place = this.#places.get(this.#links.resolve(path));
    if (!place) return null;
    this.#reading.countDocument(place.bytes);
    const content = Buffer.alloc(place.bytes);
    const { bytesRead } = await this.#file.read(content, 0, place.bytes, place.offset);
    if (bytesRead < place.bytes) throw new Damaged('truncated');
    return content;
  }

  async has(path: string): Promise<boolean> {
    return this.#places.has(this.#links.resolve(path));
  }

  async expect(paths: readonly string[]): Promise<void> {
    const places = new Set(paths.map((path) => this.#places.get(this.#links.resolve(path))));
    this.#reading.progress.totalBytes = [...places].reduce((sum, place) => sum + (place?.bytes ?? 0), 0);
  }

  async layer(path: string): Promise<FoundLayer<Program>> {
    const place = this.#places.get(this.#links.resolve(path));
    if (!place) throw failure('image.content-missing', { source: this.#reading.source, at: path });
    const pieces = new FilePieces(this.#file, place);
    try {
      const counted = tapped(pieces, (piece) => this.#reading.countSource(piece.length));
      return await readLayer(this.#reading, counted, path);
    } finally {
      await pieces.close();
    }
  }

  async #find(bytes: ByteReader, fileBytes: number): Promise<void> {
    const tar = new TarReader(bytes);
    let entries = 0;
    for (let entry = await tar.next(); entry; entry = await tar.next()) {
      this.#reading.mayGoOn();
      if (++entries > this.#reading.limits.archiveEntries) throw this.#reading.tooMuch('archiveEntries');
      const path = cleanPath(nameText(entry.name));
      if (path === null) continue;
      this.#places.delete(path);
      this.#links.delete(path);
      const { kind } = entry;
      if (kind === 'symlink' || kind === 'hardlink') this.#links.add(path, kind, nameText(entry.link));
      if (kind !== 'file') continue;
      const place = { offset: bytes.position, bytes: entry.bytes };
      if (place.offset + place.bytes > fileBytes) throw new Damaged('truncated');
      this.#places.set(path, place);
    }
  }
}
