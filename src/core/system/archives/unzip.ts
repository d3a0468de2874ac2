import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { openForeign } from '../open-foreign.ts';
import { goLimits, type UnpackedTree } from './unpacked-tree.ts';
import { ZipReader, zipEntries } from './zip-reader.ts';

/** Bytes before an entry's name in its local header (APPNOTE.TXT 4.3.7). */
const localHeaderBytes = 30;
/** Bytes up to which an entry is inflated in one piece, which is several times faster for small entries. */
const inOnePiece = 128 * 1024;
/** ms after which this thread looks for messages, one of which stops it: unpacking small entries waits for nothing. */
const maxTurnMs = 50;
/** Piece size for larger entries; all pieces have one size, so that malloc can reuse them. */
const pieceBytes = 128 * 1024;

/**
 * Unpacks a .zip into a tree. Throws an Error with an English message when the archive is damaged. Returns no hash of
 * the archive: it is not read from end to end.
 */
export async function unzip(archive: string, tree: UnpackedTree, progress: () => void): Promise<null> {
  // The directory and the entries it points at are apart in the file, so each has its own window.
  const directory = new ZipReader(archive);
  const reader = new ZipReader(archive);
  try {
    tree.comesFrom(reader.bytes);
    const names = new TextDecoder('utf-8', { fatal: true });
    const spans: Span[] = [];
    let turnedAt = performance.now();
    for await (const entry of zipEntries(directory, goLimits.entries)) {
      const start = entry.relativeOffsetOfLocalHeader;
      spans.push({ start, end: start + localHeaderBytes + entry.fileNameLength + entry.compressedSize });
      await unpackEntry(archive, reader, entry, names.decode(entry.fileNameRaw), tree);
      progress();
      if (performance.now() - turnedAt > maxTurnMs) {
        await nextTurn();
        turnedAt = performance.now();
      }
    }
    if (overlap(spans)) throw new Error('two entries share their bytes');
    return null;
  } finally {
    directory.end();
    reader.end();
  }
}

/** Where an entry is in the file, in bytes. */
interface Span {
  start: number;
  end: number;
}

/** Overlapping entries are how a small zip becomes a large one. */
function overlap(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
}

async function unpackEntry(
  archive: string,
  reader: ZipReader,
  entry: Entry,
  name: string,
  tree: UnpackedTree,
): Promise<void> {
  const mode = unixMode(entry);
  const type = mode & 0o170000;
  if (name.endsWith('/')) {
    tree.folder(name);
  } else if (type === 0o120000) {
    const target: Uint8Array[] = [];
    await read(archive, reader, entry, (piece) => {
      tree.take(name, piece.byteLength);
      target.push(piece);
    });
    tree.symbolicLink(name, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(target)));
  } else if (type === 0o100000 || type === 0) {
    const file = tree.file(name, mode);
    await read(archive, reader, entry, (piece) => file.write(piece));
    file.end();
  } else {
    tree.special(name);
  }
}

/** The Unix mode in the upper half of the external attributes; 0 for zips that were not made on Unix. */
function unixMode(entry: Entry): number {
  const madeOn = entry.versionMadeBy >>> 8;
  return madeOn === 3 || madeOn === 19 ? entry.externalFileAttributes >>> 16 : 0;
}

/** Reads an entry's content, and checks its length and CRC-32. */
async function read(
  archive: string,
  reader: ZipReader,
  entry: Entry,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  if (!entry.canDecodeFileData())
    throw new Error('it is encrypted, or compressed in a way that Go never uses');
  const start = contentStart(reader, entry);
  let bytes = 0;
  let sum = 0;
  const pieces =
    Math.max(entry.compressedSize, entry.uncompressedSize) <= inOnePiece
      ? [wholeContent(reader, entry, start)]
      : streamedContent(archive, entry, start);
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > entry.uncompressedSize) break;
    sum = crc32(piece, sum);
    take(piece);
  }
  if (bytes !== entry.uncompressedSize) throw new Error('an entry is longer or shorter than it says');
  if (sum !== entry.crc32) throw new Error('an entry does not match its CRC-32');
}

/** Where an entry's content begins; throws unless its own header has the same name as the directory. */
function contentStart(reader: ZipReader, entry: Entry): number {
  const at = entry.relativeOffsetOfLocalHeader;
  const header = reader.slice(at, localHeaderBytes);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Error('an entry is not where the directory says');
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const name = reader.slice(at + localHeaderBytes, nameBytes);
  if (!name.equals(entry.fileNameRaw)) throw new Error('an entry has two names');
  return at + localHeaderBytes + nameBytes + extraBytes;
}

function wholeContent(reader: ZipReader, entry: Entry, start: number): Buffer {
  const content = reader.slice(start, entry.compressedSize);
  if (entry.compressionMethod === 0) return content;
  // One byte more than declared, so that zlib can tell "full" from "too long"; the caller compares.
  const room = entry.uncompressedSize + 1;
  return inflateRawSync(content, { chunkSize: Math.max(64, room), maxOutputLength: room });
}

async function* streamedContent(archive: string, entry: Entry, start: number): AsyncGenerator<Buffer> {
  const { file } = await openForeign(archive);
  const content = file.createReadStream({
    start,
    end: start + entry.compressedSize - 1,
    highWaterMark: pieceBytes,
  });
  if (entry.compressionMethod === 0) {
    yield* content;
    return;
  }
  const plain = content.pipe(createInflateRaw({ chunkSize: pieceBytes }));
  content.on('error', (error) => plain.destroy(error));
  try {
    yield* plain;
  } finally {
    content.destroy();
  }
}
