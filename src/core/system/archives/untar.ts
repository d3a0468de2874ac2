import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser } from 'tar/parse';
import type { ReadEntry } from 'tar/read-entry';
import type { ArchiveBytes } from './archive-bytes.ts';
import type { UnpackedTree } from './unpacked-tree.ts';

/** Large enough that passing pieces between threads costs next to nothing. */
const pieceBytes = 128 * 1024;

/**
 * Unpacks a .tar.gz into a tree, and returns the hex SHA-256 of the archive. zlib inflates in a thread of its own while
 * this one parses, hashes and writes. Throws an Error with an English message when the archive is damaged.
 */
export async function untar(
  archive: ArchiveBytes,
  tree: UnpackedTree,
  progress: () => void,
): Promise<string> {
  const compressed = Readable.from(archive.pieces(), { highWaterMark: 1 });
  const plain = compressed.pipe(createGunzip({ chunkSize: pieceBytes }));
  compressed.on('error', (error) => plain.destroy(error));
  const parser = new TreeParser(tree);
  try {
    for await (const piece of plain) {
      tree.comesFrom(archive.bytes);
      parser.write(piece);
      progress();
    }
    parser.end();
    return archive.sha256;
  } finally {
    compressed.destroy();
    plain.destroy();
  }
}

/** node-tar's parser, which reports by events, as something that is fed pieces and throws. */
class TreeParser {
  readonly #parser = new Parser({ strict: true, brotli: false, zstd: false });
  readonly #tree: UnpackedTree;
  #failed: { error: unknown } | undefined;
  #sawEnd = false;
  #sawPiece = false;
  #plainBytes = 0;

  constructor(tree: UnpackedTree) {
    this.#tree = tree;
    this.#parser.on('entry', (entry) => this.#attempt(() => this.#unpack(entry)));
    // Entries of an unknown type, which node-tar would skip silently.
    this.#parser.on('ignoredEntry', (entry) => this.#attempt(() => tree.special(entry.path)));
    this.#parser.on('error', (error) => {
      this.#failed ??= { error };
    });
    this.#parser.on('eof', () => {
      this.#sawEnd = true;
    });
  }

  write(piece: Buffer): void {
    // node-tar would decompress it a second time.
    if (!this.#sawPiece && piece[0] === 0x1f && piece[1] === 0x8b) throw new Error('it is compressed twice');
    this.#sawPiece = true;
    // Headers, padding and what follows the end are not written, so they are counted here.
    this.#plainBytes += piece.byteLength;
    if (this.#plainBytes > 2 * this.#tree.maxBytes) throw new Error('it unpacks to far more than it holds');
    // node-tar would buffer what follows the end, and spend minutes on zeros that compress to a small file.
    if (this.#sawEnd) return;
    this.#parser.write(piece);
    if (this.#failed) throw this.#failed.error;
  }

  end(): void {
    this.#parser.end();
    if (this.#failed) throw this.#failed.error;
    if (!this.#sawEnd) throw new Error('its end is missing');
  }

  #unpack(entry: ReadEntry): void {
    switch (entry.type) {
      case 'File':
      case 'OldFile':
      case 'ContiguousFile': {
        const file = this.#tree.file(entry.path, entry.mode ?? 0);
        entry.on('data', (piece) => this.#attempt(() => file.write(piece)));
        entry.on('end', () => this.#attempt(() => file.end()));
        return;
      }
      case 'Directory':
        this.#tree.folder(entry.path);
        break;
      case 'SymbolicLink':
        this.#tree.symbolicLink(entry.path, entry.linkpath ?? '');
        break;
      case 'Link':
        this.#tree.hardLink(entry.path, entry.linkpath ?? '');
        break;
      default:
        this.#tree.special(entry.path);
    }
    entry.resume();
  }

  /** An error thrown in an event handler would surface inside node-tar, in the middle of its work. */
  #attempt(work: () => void): void {
    if (this.#failed) return;
    try {
      work();
    } catch (error) {
      this.#failed = { error };
    }
  }
}
