import { crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { failure } from '#contract/failure';
import type { LayerEntries } from '#contract/image-contents';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import type { LayerContent } from './layer-content.ts';
import { VarintReader, writeVarints } from './varints.ts';

/*
 * A layer as it is stored: the header below; then, compressed, one column after the other; then the hashes of its regular
 * files, which cannot be compressed. A layer without entries is as valid as any.
 *
 *   0   "BLAY"
 *   4   the version of the format
 *   8   CRC-32 of all that follows
 *   12  the number of entries
 *   16  bytes of the columns, uncompressed
 *   20  bytes of the columns, compressed
 */
const magic = 0x59_41_4c_42;
const version = 1;
const headerBytes = 24;
const hashBytes = 32;
/** Far more than the entries of any layer need; protects memory from a damaged header. */
const maxColumnBytes = 512 * 1024 * 1024;
/** An entry takes a byte in each of the six columns of numbers. */
const minEntryBytes = 6;

const fileKind = imageEntryKinds.indexOf('file');

/** The entries of a layer as bytes: about 20 bytes an entry, and 32 for the hash of each regular file. */
export function encodeLayer(layer: LayerContent): Uint8Array {
  const columns = columnsOf(layer);
  const packed = zstdCompressSync(columns);
  const hashes = fileHashes(layer);
  const encoded = Buffer.concat([Buffer.alloc(headerBytes), packed, hashes]);
  encoded.writeUInt32LE(magic, 0);
  encoded.writeUInt32LE(version, 4);
  encoded.writeUInt32LE(layer.paths.length, 12);
  encoded.writeUInt32LE(columns.length, 16);
  encoded.writeUInt32LE(packed.length, 20);
  encoded.writeUInt32LE(crc32(encoded.subarray(12)), 8);
  return encoded;
}

/** Reads what `encodeLayer` wrote. Failures: `image.layer-damaged`, also for one of a later version of Burrow. */
export function decodeLayer(encoded: Uint8Array): LayerContent {
  return orDamaged(() => {
    const { entries, hashes } = decoded(encoded);
    return { ...entries, hashes: spreadHashes(entries.kinds, hashes) };
  });
}

/** What `decodeLayer` returns, without the hashes, which only comparing needs. */
export function decodeEntries(encoded: Uint8Array): LayerEntries {
  return orDamaged(() => decoded(encoded).entries);
}

function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Of zstd and of the reader of numbers; both only mean that these are not the bytes that were written.
    throw failure('image.layer-damaged', {}, error);
  }
}

function columnsOf(layer: LayerContent): Uint8Array {
  const links = Object.entries(layer.links);
  const lengths = layer.paths.map(({ length }) => length);
  const text = layer.paths.join('') + links.map(([, target]) => target).join('');
  return Buffer.concat([
    ...[lengths, layer.kinds, layer.bytes, layer.modes, layer.uids, layer.gids].map(writeVarints),
    writeVarints([links.length, ...links.map(([index]) => Number(index))]),
    writeVarints(links.map(([, target]) => target.length)),
    Buffer.from(text, 'utf8'),
  ]);
}

function fileHashes({ kinds, hashes }: LayerContent): Uint8Array {
  const kept = new Uint8Array(hashes.length);
  let at = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== fileKind) continue;
    kept.set(hashes.subarray(i * hashBytes, (i + 1) * hashBytes), at);
    at += hashBytes;
  }
  return kept.subarray(0, at);
}

/** `hashes`: those of the regular files, one after the other. */
function decoded(content: Uint8Array): { entries: LayerEntries; hashes: Uint8Array } {
  const encoded = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (encoded.readUInt32LE(0) !== magic || encoded.readUInt32LE(4) !== version) {
    throw new RangeError('not a layer of this version');
  }
  if (crc32(encoded.subarray(12)) !== encoded.readUInt32LE(8)) throw new RangeError('another checksum');
  const count = encoded.readUInt32LE(12);
  const columnBytes = encoded.readUInt32LE(16);
  const hashesAt = headerBytes + encoded.readUInt32LE(20);
  if (columnBytes > maxColumnBytes || count * minEntryBytes > columnBytes) {
    throw new RangeError('impossible sizes');
  }
  const packed = encoded.subarray(headerBytes, hashesAt);
  const columns = zstdDecompressSync(packed, { maxOutputLength: Math.max(1, columnBytes) });
  return { entries: readColumns(columns, count), hashes: encoded.subarray(hashesAt) };
}

function readColumns(columns: Buffer, count: number): LayerEntries {
  const numbers = new VarintReader(columns);
  const lengths = numbers.list(count);
  const kinds = numbers.list(count);
  if (kinds.some((kind) => kind >= imageEntryKinds.length)) throw new RangeError('an unknown kind');
  const bytes = numbers.list(count);
  const modes = numbers.list(count);
  const uids = numbers.list(count);
  const gids = numbers.list(count);
  const [linkCount = 0] = numbers.list(1);
  const linked = numbers.list(linkCount);
  const linkLengths = numbers.list(linkCount);
  const text = numbers.rest().toString('utf8');
  let at = 0;
  const take = (length: number) => {
    at += length;
    if (at > text.length) throw new RangeError('a text is missing');
    return text.slice(at - length, at);
  };
  const paths = lengths.map(take);
  const links: Record<string, string> = {};
  for (const [i, index] of linked.entries()) links[String(index)] = take(linkLengths[i] ?? 0);
  if (at !== text.length) throw new RangeError('there is more text than entries');
  return { paths, kinds, bytes, modes, uids, gids, links };
}

function spreadHashes(kinds: readonly number[], kept: Uint8Array): Uint8Array {
  const hashes = new Uint8Array(kinds.length * hashBytes);
  let at = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== fileKind) continue;
    hashes.set(kept.subarray(at, at + hashBytes), i * hashBytes);
    at += hashBytes;
  }
  if (at !== kept.length) throw new RangeError('the hashes do not fit the files');
  return hashes;
}
