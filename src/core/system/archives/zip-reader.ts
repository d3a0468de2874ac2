import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';

/** Bytes read at once; the entries of a zip and what describes them stand in a row. */
const windowBytes = 1024 * 1024;

/**
 * A zip file read synchronously through a window. yauzl asks for 46 bytes at a time, twice an entry: as separate
 * asynchronous reads that alone takes a second for 15,000 entries.
 */
export class ZipReader extends RandomAccessReader {
  readonly bytes: number;
  readonly #fd: number;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;

  constructor(path: string) {
    super();
    this.#fd = openSync(path, 'r');
    this.bytes = fstatSync(this.#fd).size;
  }

  /** `length` bytes at `position`, valid until the next call; throws when the file ends before. */
  slice(position: number, length: number): Buffer {
    if (position < 0 || position + length > this.bytes) throw new Error('it ends too early');
    if (length > windowBytes) return this.#read(position, length);
    const at = position - this.#windowAt;
    if (at < 0 || at + length > this.#window.length) {
      this.#window = this.#read(position, Math.min(windowBytes, this.bytes - position));
      this.#windowAt = position;
      return this.#window.subarray(0, length);
    }
    return this.#window.subarray(at, at + length);
  }

  /** What yauzl calls. */
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

  #read(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafeSlow(length);
    for (let at = 0; at < length; ) {
      const count = readSync(this.#fd, buffer, at, length - at, position + at);
      if (count === 0) throw new Error('it ends too early');
      at += count;
    }
    return buffer;
  }
}

/** The entries of a zip's central directory, in its order. Throws yauzl's error when there is none. */
export async function zipEntries(reader: ZipReader): Promise<Entry[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Names stay bytes: what they mean is decided by us, not repaired by yauzl.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    fromRandomAccessReader(reader, reader.bytes, options, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const entries: Entry[] = [];
  let failed: unknown;
  zip.on('entry', (entry: Entry) => entries.push(entry));
  zip.on('error', (error: unknown) => {
    failed ??= error;
  });
  // The reader answers at once, and so each call brings its entry before it returns.
  while (entries.length < zip.entryCount) {
    const before = entries.length;
    zip.readEntry();
    if (failed !== undefined) throw failed;
    if (entries.length === before) throw new Error('an entry has no name');
  }
  return entries;
}
