import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { failure, isFailure } from '#contract/failure';
import { errorCode, fileFailure, openForeign, readForeign } from '#core/system';
import type { ImageFiles } from './image-files.ts';
import { FilePieces, tapped } from './pieces.ts';
import { type FoundLayer, readLayer } from './read-layer.ts';
import type { Reading } from './reading.ts';

/** The files of a folder. Links that lead out of it are not followed. */
export class FolderFiles<Program> implements ImageFiles<Program> {
  readonly #reading: Reading<Program>;
  readonly #root: string;

  /** `root`: a path without links. */
  constructor(reading: Reading<Program>, root: string) {
    this.#reading = reading;
    this.#root = root;
  }

  async document(path: string): Promise<Buffer | null> {
    const real = await this.#real(path);
    if (real === null) return null;
    try {
      const content = await readForeign(real, this.#reading.limits.documentBytes);
      this.#reading.countDocument(content.length);
      return content;
    } catch (error) {
      throw isFailure(error, 'file.too-large')
        ? this.#reading.tooMuch('documentBytes')
        : fileFailure(error, real);
    }
  }

  async has(path: string): Promise<boolean> {
    return (await this.#real(path)) !== null;
  }

  async expect(paths: readonly string[]): Promise<void> {
    let total = 0;
    for (const path of new Set(paths)) total += await this.#opened(path, async ({ bytes }) => bytes);
    this.#reading.progress.totalBytes = total;
  }

  layer(path: string): Promise<FoundLayer<Program>> {
    return this.#opened(path, async ({ file, bytes }) => {
      const pieces = new FilePieces(file, { offset: 0, bytes });
      try {
        const counted = tapped(pieces, (piece) => this.#reading.countSource(piece.length));
        return await readLayer(this.#reading, counted, path);
      } finally {
        await pieces.close();
      }
    });
  }

  async #opened<T>(
    path: string,
    use: (opened: Awaited<ReturnType<typeof openForeign>>) => Promise<T>,
  ): Promise<T> {
    const real = await this.#real(path);
    if (real === null) throw failure('image.content-missing', { source: this.#reading.source, at: path });
    try {
      const opened = await openForeign(real);
      try {
        return await use(opened);
      } finally {
        await opened.file.close();
      }
    } catch (error) {
      throw fileFailure(error, real);
    }
  }

  /** The path behind all links; null: there is nothing. */
  async #real(path: string): Promise<string | null> {
    const { source } = this.#reading;
    const place = join(this.#root, path);
    try {
      const real = await realpath(place);
      if (real.startsWith(this.#root.endsWith(sep) ? this.#root : this.#root + sep)) return real;
      throw failure('image.hostile-name', { source, at: path, name: real });
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw fileFailure(error, place);
    }
  }
}
