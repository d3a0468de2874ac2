import type { FileInTree } from './file-in-tree.ts';
import type { UnpackedTree } from './unpacked-tree.ts';

/** The header of the portable ASCII format (cpio(5), "odc"): octal numbers in fixed columns, then the name. */
const headerBytes = 76;
const columns = { mode: [18, 24], nameBytes: [59, 65], bytes: [65, 76] } as const;
/** Maximum bytes of a name or of a link's target. */
const maxNameBytes = 4096;
/** The bits of a mode that hold the file type (stat(2)). */
const kinds = { folder: 0o040000, file: 0o100000, link: 0o120000 };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What is read next. */
type Reading =
  | { what: 'header' }
  | { what: 'name'; mode: number; bytes: number }
  | { what: 'target'; name: string }
  | { what: 'content'; file: FileInTree | null; left: number }
  | { what: 'nothing' };

/**
 * Unpacks a cpio archive, fed in pieces, into a tree. `isWanted`: false for an entry to skip. Throws an Error with an
 * English message when the archive is damaged, and the tree's refusals.
 */
export class Uncpio {
  readonly #tree: UnpackedTree;
  readonly #isWanted: (name: string) => boolean;
  #reading: Reading = { what: 'header' };
  #pending: Buffer = Buffer.alloc(0);
  #wanted = headerBytes;

  constructor(tree: UnpackedTree, isWanted: (name: string) => boolean) {
    this.#tree = tree;
    this.#isWanted = isWanted;
  }

  write(piece: Buffer): void {
    let rest = piece;
    while (rest.length > 0) {
      if (this.#reading.what === 'nothing') return;
      if (this.#reading.what === 'content') rest = this.#content(this.#reading, rest);
      else {
        const missing = this.#wanted - this.#pending.length;
        this.#pending = Buffer.concat([this.#pending, rest.subarray(0, missing)]);
        rest = rest.subarray(missing);
        if (this.#pending.length === this.#wanted) this.#whole(this.#reading, this.#take());
      }
    }
  }

  end(): void {
    if (this.#reading.what !== 'nothing') throw new Error('its end is missing');
  }

  #take(): Buffer {
    const taken = this.#pending;
    this.#pending = Buffer.alloc(0);
    return taken;
  }

  /** Handles a complete header, name or link target. */
  #whole(read: Exclude<Reading, { what: 'content' | 'nothing' }>, bytes: Buffer): void {
    if (read.what === 'header') {
      if (bytes.toString('latin1', 0, 6) !== '070707') throw new Error('it is not a cpio archive');
      this.#reading = { what: 'name', mode: octal(bytes, 'mode'), bytes: octal(bytes, 'bytes') };
      this.#wanted = octal(bytes, 'nameBytes');
      if (this.#wanted < 2 || this.#wanted > maxNameBytes) throw new Error('a name in it is damaged');
    } else if (read.what === 'name') {
      // The last byte is a NUL.
      this.#entry(utf8.decode(bytes.subarray(0, -1)), read.mode, read.bytes);
    } else {
      if (this.#isWanted(read.name)) this.#tree.symbolicLink(read.name, utf8.decode(bytes));
      this.#next();
    }
  }

  #entry(name: string, mode: number, bytes: number): void {
    if (name === 'TRAILER!!!') {
      this.#reading = { what: 'nothing' };
      return;
    }
    const isWanted = this.#isWanted(name);
    const kind = mode & 0o170000;
    if (kind === kinds.link) {
      if (bytes < 1 || bytes > maxNameBytes) throw new Error('a link in it is damaged');
      this.#reading = { what: 'target', name };
      this.#wanted = bytes;
    } else if (kind === kinds.file) {
      if (!isWanted && bytes > maxNameBytes) throw new Error('a file outside the GOROOT is too long');
      const file = isWanted ? this.#tree.file(name, mode) : null;
      this.#reading = { what: 'content', file, left: bytes };
      if (bytes === 0) this.#content(this.#reading, Buffer.alloc(0));
    } else {
      if (kind !== kinds.folder) this.#tree.special(name);
      if (isWanted) this.#tree.folder(name);
      this.#next();
    }
  }

  /** Takes the bytes that belong to the current file, and returns the rest. */
  #content(reading: Extract<Reading, { what: 'content' }>, piece: Buffer): Buffer {
    const own = piece.subarray(0, reading.left);
    if (own.length > 0) reading.file?.write(own);
    reading.left -= own.length;
    if (reading.left === 0) {
      reading.file?.end();
      this.#next();
    }
    return piece.subarray(own.length);
  }

  #next(): void {
    this.#reading = { what: 'header' };
    this.#wanted = headerBytes;
  }
}

function octal(header: Buffer, field: keyof typeof columns): number {
  const digits = header.toString('latin1', ...columns[field]);
  if (!/^[0-7]+$/.test(digits)) throw new Error('a header in it is damaged');
  return Number.parseInt(digits, 8);
}
