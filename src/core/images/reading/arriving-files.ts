import { type Failure, failure, isFailure } from '#contract/failure';
import { ByteReader } from './byte-reader.ts';
import { compressionOf } from './decompressed.ts';
import { cleanPath, nameText } from './entry-name.ts';
import type { ImageFiles } from './image-files.ts';
import { Links } from './links.ts';
import type { Pieces } from './pieces.ts';
import { type FoundLayer, readLayer } from './read-layer.ts';
import type { Reading } from './reading.ts';
import { blockBytes, isHeader, isZero } from './tar-header.ts';
import { type TarEntry, TarReader } from './tar-reader.ts';

/**
 * The files of an archive that arrives in a stream, where most say only after the layers what they are: every file is taken
 * for what it looks like, a layer or a document.
 */
export class ArrivingFiles<Program> implements ImageFiles<Program> {
  readonly #reading: Reading<Program>;
  readonly #documents = new Map<string, Buffer | Failure>();
  /** What looked like a layer may be no part of the image, so that its failure is none of the image's. */
  readonly #layers = new Map<string, FoundLayer<Program> | Failure>();
  readonly #links = new Links();

  private constructor(reading: Reading<Program>) {
    this.#reading = reading;
  }

  /** Reads the whole archive. Throws Damaged. Failures: as `readImage`. */
  static async read<Program>(reading: Reading<Program>, pieces: Pieces): Promise<ArrivingFiles<Program>> {
    const files = new ArrivingFiles(reading);
    const tar = new TarReader(new ByteReader(pieces));
    let entries = 0;
    for (let entry = await tar.next(); entry; entry = await tar.next()) {
      if (++entries > reading.limits.archiveEntries) throw reading.tooMuch('archiveEntries');
      await files.#take(tar, entry);
    }
    // An engine's answer is read to its end, so that a missing part is noticed.
    while (await pieces.next());
    return files;
  }

  async document(path: string): Promise<Buffer | null> {
    const found = this.#documents.get(this.#links.resolve(path)) ?? null;
    if (isFailure(found)) throw found;
    return found;
  }

  async has(path: string): Promise<boolean> {
    const at = this.#links.resolve(path);
    return this.#documents.has(at) || this.#layers.has(at);
  }

  async expect(): Promise<void> {}

  async layer(path: string): Promise<FoundLayer<Program>> {
    const found = this.#layers.get(this.#links.resolve(path));
    if (!found) throw failure('image.content-missing', { source: this.#reading.source, at: path });
    if (isFailure(found)) throw found;
    return found;
  }

  async #take(tar: TarReader, { kind, name, link, bytes }: TarEntry): Promise<void> {
    const path = cleanPath(nameText(name));
    if (path === null) return;
    this.#links.delete(path);
    this.#documents.delete(path);
    this.#layers.delete(path);
    if (kind === 'symlink' || kind === 'hardlink') this.#links.add(path, kind, nameText(link));
    if (kind !== 'file') return;
    const content = new ByteReader({ next: () => tar.piece() });
    const start = await content.peek(Math.min(bytes, blockBytes));
    if (looksLikeLayer(start)) this.#layers.set(path, await this.#layer(content, path));
    // Docker's files of each layer, which say nothing that the configuration does not.
    else if (looksLikeDocument(start) && !/^[0-9a-f]{64}\/json$/.test(path)) {
      this.#documents.set(path, await this.#document(content, bytes));
    }
  }

  async #layer(content: Pieces, path: string): Promise<FoundLayer<Program> | Failure> {
    try {
      return await readLayer(this.#reading, content, path);
    } catch (error) {
      if (isFailure(error) && error.code.startsWith('image.')) return error;
      throw error;
    }
  }

  async #document(content: ByteReader, bytes: number): Promise<Buffer | Failure> {
    try {
      this.#reading.countDocument(bytes);
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
    return Buffer.from((await content.exactly(bytes)) ?? []);
  }
}

function looksLikeLayer(start: Buffer): boolean {
  const isBlock = start.length === blockBytes;
  return compressionOf(start) !== 'none' || (isBlock && (isZero(start) || isHeader(start)));
}

function looksLikeDocument(start: Buffer): boolean {
  return /^\s*[[{]/.test(start.toString('latin1'));
}
