import { type Gunzip, createGunzip, createZstdDecompress, type ZstdDecompress } from 'node:zlib';
import { allEnded } from '#core/system';
import { Damaged } from './damaged.ts';
import { freeMemory } from './free-memory.ts';
import { type Pieces, piecesOf } from './pieces.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** How many bytes at the start `compressionOf` needs. */
export const magicBytes = 4;

/** How data that starts like this is compressed (RFC 1952, RFC 8878). A frame to be skipped starts zstd data, too. */
export function compressionOf(start: Buffer): Compression {
  if (start.length >= 2 && start.readUInt16BE(0) === 0x1f8b) return 'gzip';
  if (start.length < 4) return 'none';
  const magic = start.readUInt32LE(0);
  return magic === 0xfd2f_b528 || magic >>> 4 === 0x184d2a5 ? 'zstd' : 'none';
}

/** Several pieces may wait, each in the buffer that the engine made for it, so that they can be released one by one. */
const options = { chunkSize: 256 * 1024, readableObjectMode: true, readableHighWaterMark: 4 };

type Engine = Gunzip | ZstdDecompress;

/** What compressed data expands to. Its reader must read to the end or call `close`. Throws Damaged. */
export function decompressed(
  stored: Pieces,
  compression: Exclude<Compression, 'none'>,
): Pieces & { close(): Promise<void> } {
  const pieces = expand(stored, compression);
  return { ...piecesOf(pieces), close: async () => void (await pieces.return(undefined)) };
}

/** gzip's members and zstd's frames may follow each other; Node's engines stop after one that ends within a piece. */
async function* expand(stored: Pieces, compression: 'gzip' | 'zstd'): AsyncGenerator<Buffer, void> {
  const input = new TwiceBuffered(stored);
  let rest: Buffer[] = [];
  for (;;) {
    const engine: Engine = compression === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
    const feeding = feed(engine, rest, input);
    // Whoever awaits it sees the error; what ends it first is often the engine.
    feeding.catch((error: unknown) => engine.destroy(asError(error)));
    try {
      for await (const piece of engine as AsyncIterable<Buffer>) {
        yield piece;
        release(piece);
      }
    } catch (error) {
      throw isZlibError(error) ? new Damaged('compressed') : error;
    } finally {
      engine.destroy();
      // Until then it may be reading what the caller wants to read next.
      await feeding.catch(() => null);
    }
    rest = await feeding;
    // What follows gzip's last member is padding.
    if (!rest[0] || (compression === 'gzip' && rest[0][0] !== 0x1f)) return;
  }
}

/**
 * Writes to the engine until it ends, first what an earlier one left, and returns what it has not taken. The next piece is
 * fetched while the engine works, so that it does not wait for one: that took a twentieth of the time.
 */
async function feed(engine: Engine, left: Buffer[], input: Pieces): Promise<Buffer[]> {
  const next = async (): Promise<Buffer | null> => left.shift() ?? (await input.next());
  for (let piece = await next(); piece; ) {
    const before = engine.bytesWritten;
    const [, ahead = null] = await allEnded([written(engine, piece), next()]);
    const rest = piece.subarray(engine.bytesWritten - before);
    if (rest.length > 0) return ahead ? [rest, ahead] : [rest];
    piece = ahead;
  }
  engine.end();
  return [];
}

/** Ends when the piece was taken, or the engine needs no more of it, which it does not report to the writer. */
function written(engine: Engine, piece: Buffer): Promise<null> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      engine.off('end', settle);
      engine.off('close', settle);
      if (error) reject(error);
      else resolve(null);
    };
    engine.once('end', settle);
    engine.once('close', settle);
    engine.write(piece, settle);
  });
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code.startsWith('ZSTD_');
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Frees the buffer of an engine with its last piece. By then the engine has made another one. */
function release(piece: Buffer): void {
  const { buffer, byteOffset, length } = piece;
  const isWhole = buffer.byteLength === options.chunkSize;
  if (isWhole && byteOffset + length === buffer.byteLength) freeMemory(piece);
}

/** Copies pieces, so that each stays valid until the call after the next one. */
class TwiceBuffered implements Pieces {
  readonly #pieces: Pieces;
  #last: Buffer = Buffer.alloc(0);
  #free: Buffer = Buffer.alloc(0);

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  async next(): Promise<Buffer | null> {
    const piece = await this.#pieces.next();
    if (!piece) return null;
    const copy = this.#free.length < piece.length ? Buffer.allocUnsafeSlow(piece.length) : this.#free;
    this.#free = this.#last;
    this.#last = copy;
    piece.copy(copy);
    return copy.subarray(0, piece.length);
  }
}
