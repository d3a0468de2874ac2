import { type Gunzip, createGunzip, createZstdDecompress, type ZstdDecompress } from 'node:zlib';
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
  let rest: Buffer | null = null;
  for (;;) {
    const engine: Engine = compression === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
    const feeding = feed(engine, rest, stored);
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
    if (!rest || (compression === 'gzip' && rest[0] !== 0x1f)) return;
  }
}

/** Writes to the engine until it ends, and returns what it has not taken; null: everything was taken. */
async function feed(engine: Engine, first: Buffer | null, stored: Pieces): Promise<Buffer | null> {
  for (let piece = first ?? (await stored.next()); piece; piece = await stored.next()) {
    const before = engine.bytesWritten;
    await written(engine, piece);
    const taken = engine.bytesWritten - before;
    if (taken < piece.length) return piece.subarray(taken);
  }
  engine.end();
  return null;
}

/** Ends when the piece was taken, or the engine needs no more of it, which it does not report to the writer. */
function written(engine: Engine, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      engine.off('end', settle);
      engine.off('close', settle);
      if (error) reject(error);
      else resolve();
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
