import { closeSync, readSync } from 'node:fs';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { openForeignSync } from '../open-foreign.ts';

/** Bytes per read; the entries of a zip are contiguous, and so is its directory. */
const windowBytes = 1024 * 1024;

/**
 * A zip file read synchronously through a window. yauzl asks for 46 bytes at a time, twice per entry: as separate
 * asynchronous reads that alone takes a second for 15,000 entries.
 */
export class ZipReader extends RandomAccessReader {
  readonly bytes: number;
  readonly #fd: number;
  /** Shared by all reads: discarded windows would be most of the memory that unpacking takes. */
  readonly #window = Buffer.allocUnsafeSlow(windowBytes);
  #start = 0;
  #end = 0;

  constructor(path: string) {
    super();
    const { fd, bytes } = openForeignSync(path);
    this.#fd = fd;
    this.bytes = bytes;
  }

  /** Up to a megabyte at `position`, valid until the next call; throws when the file ends before. */
  slice(position: number, length: number): Buffer {
    if (length > windowBytes || position + length > this.bytes) throw new Error('it ends too early');
    if (position < this.#start || position + length > this.#end) this.#moveTo(position);
    return this.#window.subarray(position - this.#start, position - this.#start + length);
  }

  /** Called by yauzl. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      this.slice(position, length).copy(buffer, offset);
    } catch (error) {
      callback(error as Error);
      return;
    }
    callback(null);
  }

  end(): void {
    closeSync(this.#fd);
  }

  #moveTo(position: number): void {
    this.#start = position;
    this.#end = position;
    const end = Math.min(position + windowBytes, this.bytes);
    while (this.#end < end) {
      const at = this.#end - position;
      const count = readSync(this.#fd, this.#window, at, end - this.#end, this.#end);
      if (count === 0) throw new Error('it ends too early');
      this.#end += count;
    }
  }
}

/**
 * The entries of a zip's central directory, in its order. Throws when there is no directory, or it has more than `max`
 * entries.
 */
export async function* zipEntries(reader: ZipReader, max: number): AsyncGenerator<Entry> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Keep names as bytes: they are checked here, not repaired by yauzl.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    fromRandomAccessReader(reader, reader.bytes, options, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  if (zip.entryCount > max) throw new Error(`it has ${zip.entryCount} entries`);
  let next: Entry | undefined;
  let failed: unknown;
  zip.on('entry', (entry: Entry) => {
    next = entry;
  });
  zip.on('error', (error: unknown) => {
    failed ??= error;
  });
  for (let count = 0; count < zip.entryCount; count++) {
    next = undefined;
    // The reader answers synchronously, so this delivers the entry before it returns.
    zip.readEntry();
    if (failed !== undefined) throw failed;
    if (next === undefined) throw new Error('an entry has no name');
    yield next;
  }
}
