import type { ImageEntryKind } from '#contract/image-entry-kinds';
import type { ByteReader } from './byte-reader.ts';
import { Damaged } from './damaged.ts';
import { parsePax, type PaxRecords } from './pax-records.ts';
import { blockBytes, field, isZero, parseHeader, type TarHeader } from './tar-header.ts';

/** An entry of a tar stream. */
export interface TarEntry {
  kind: Exclude<ImageEntryKind, 'whiteout' | 'opaque'>;
  /** As it is written, any bytes. */
  name: Buffer;
  /** The target of a link, as it is written. */
  link: Buffer;
  /** Of its content; 0 for all but files. */
  bytes: number;
  mode: number;
  uid: number;
  gid: number;
}

const kinds: Readonly<Record<string, TarEntry['kind']>> = {
  '\0': 'file',
  '0': 'file',
  // A contiguous file.
  '7': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'device',
  '4': 'device',
  '5': 'directory',
  '6': 'fifo',
};

/** The most that records or a long name may have, as in Go's archive/tar. */
const maxRecordBytes = 1 << 20;

/**
 * Reads the entries of a tar stream, in the formats V7, ustar, pax and GNU, and means by them what Go's archive/tar does, so
 * that this is what an engine unpacks. Every method throws Damaged.
 */
export class TarReader {
  readonly #bytes: ByteReader;
  /** Of the content of the last entry, and what fills its last block. */
  #left = 0;
  #padding = 0;

  constructor(bytes: ByteReader) {
    this.#bytes = bytes;
  }

  /** The next entry, wherever the content of the last one was left; null: the end. The names are valid until the next call. */
  async next(): Promise<TarEntry | null> {
    let records: PaxRecords | null = null;
    let longName: Buffer | null = null;
    let longLink: Buffer | null = null;
    for (;;) {
      const header = await this.#header();
      if (!header) {
        // Records without the entry that they are for.
        if (records || longName || longLink) throw new Damaged('truncated');
        return null;
      }
      if (header.type === 'x') records = parsePax(await this.#body(header));
      else if (header.type === 'L') longName = await this.#longName(header);
      else if (header.type === 'K') longLink = await this.#longName(header);
      // Of the whole archive, such as a commit's id; engines pass over it.
      else if (header.type === 'g') await this.#body(header);
      else return this.#entry(header, records, longName, longLink);
    }
  }

  /** The whole content of the last entry if it is here already; valid until the next call. */
  whole(): Buffer | null {
    const content = this.#bytes.now(this.#left);
    if (content) this.#left = 0;
    return content;
  }

  /** The next part of the content, valid until the next call; null: its end. */
  async piece(): Promise<Buffer | null> {
    if (this.#left === 0) return null;
    const piece = await this.#bytes.some(this.#left);
    if (!piece) throw new Damaged('truncated');
    this.#left -= piece.length;
    return piece;
  }

  async #header(): Promise<TarHeader | null> {
    const rest = this.#left + this.#padding;
    if (rest > 0 && !this.#bytes.now(rest)) await this.#bytes.pass(rest);
    this.#left = this.#padding = 0;
    const block = await this.#block();
    if (!block) return null;
    if (!isZero(block)) return parseHeader(block);
    const second = await this.#block();
    if (second && !isZero(second)) throw new Damaged('checksum');
    return null;
  }

  async #block(): Promise<Buffer | null> {
    return this.#bytes.now(blockBytes) ?? (await this.#bytes.exactly(blockBytes));
  }

  #entry(
    header: TarHeader,
    records: PaxRecords | null,
    longName: Buffer | null,
    longLink: Buffer | null,
  ): TarEntry {
    if (records?.isSparse || header.type === 'S') throw new Damaged('sparse');
    const kind = kinds[header.type];
    if (!kind) throw new Damaged('entry-type');
    const name = longName ?? records?.path ?? header.name;
    const bytes = kind === 'file' ? (records?.size ?? header.bytes) : 0;
    this.#left = bytes;
    this.#padding = paddingOf(bytes);
    // V7 has folders as files whose names end with a slash.
    const isFolder = header.type === '\0' && name.at(-1) === 0x2f;
    return {
      kind: isFolder ? 'directory' : kind,
      name,
      link: longLink ?? records?.linkpath ?? header.link,
      bytes: isFolder ? 0 : bytes,
      mode: header.mode,
      uid: records?.uid ?? header.uid,
      gid: records?.gid ?? header.gid,
    };
  }

  async #longName(header: TarHeader): Promise<Buffer> {
    const body = await this.#body(header);
    return field(body, 0, body.length);
  }

  /** A copy of the content of a header that is no entry. */
  async #body({ bytes }: TarHeader): Promise<Buffer> {
    if (bytes > maxRecordBytes) throw new Damaged('records');
    const body = Buffer.from((await this.#bytes.exactly(bytes)) ?? Buffer.alloc(0));
    if (body.length < bytes) throw new Damaged('truncated');
    this.#padding = paddingOf(bytes);
    return body;
  }
}

function paddingOf(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes;
}
