import { createHash } from 'node:crypto';

/** The head of a transparent log: its number of records, and their hash. */
export interface TreeHead {
  size: number;
  hash: Buffer;
}

/** A piece of the log's tree as it is served: `width` hashes of one level, 256 when full. */
export interface Tile {
  level: number;
  index: number;
  width: number;
}

/** The bytes served for tiles, by `tilePath`. */
export type Tiles = ReadonlyMap<string, Buffer>;

/** 256 = 2^8: the height of a tile of the Go checksum database (golang.org/x/mod/sumdb/tlog). */
const tileHeight = 8;
const tileWidth = 2 ** tileHeight;
const hashBytes = 32;

function hashOf(kind: 0 | 1, ...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256').update(Buffer.from([kind]));
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Reads the text of a signed tree head; null when it is malformed. */
export function parseTreeHead(text: string): TreeHead | null {
  const [, size = '', encoded = ''] =
    /^go\.sum database tree\n(\d{1,15})\n([A-Za-z0-9+/]+=*)\n/.exec(text) ?? [];
  const hash = Buffer.from(encoded, 'base64');
  return hash.length === hashBytes ? { size: Number(size), hash } : null;
}

/** The path of a tile below the database's address: `tile/8/0/x175/922`, `tile/8/2/004.p/57`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${tileHeight}/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** A complete subtree: the records [index × 2^level, (index + 1) × 2^level). */
interface Block {
  level: number;
  index: number;
}

/** The greatest n with 2^n ≤ count; counted, because Math.log2 may be slightly off. */
function levelBelow(count: number): number {
  let level = 0;
  while (2 ** (level + 1) <= count) level += 1;
  return level;
}

/** Splits a range of records into the largest blocks, from the left. */
function blocksOf(from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < to; ) {
    const level = levelBelow(to - at);
    blocks.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return blocks;
}

/** Where the hashes of a block are: in one tile, `count` of them from `first` on. */
function inTile({ level, index }: Block, size: number): { tile: Tile; first: number; count: number } {
  const tileLevel = Math.floor(level / tileHeight);
  const count = 2 ** (level - tileLevel * tileHeight);
  const hashesOnLevel = Math.floor(size / tileWidth ** tileLevel);
  const tileIndex = Math.floor((index * count) / tileWidth);
  const width = Math.min(tileWidth, hashesOnLevel - tileIndex * tileWidth);
  return {
    tile: { level: tileLevel, index: tileIndex, width },
    first: index * count - tileIndex * tileWidth,
    count,
  };
}

/** What is asked of a log: one of its records, and its state when it had `olderSize` records. */
export interface Question {
  record?: number;
  olderSize?: number;
}

/**
 * The tiles that answer a question, and all tiles on the way up to the head: so the answer can be verified, whichever
 * server delivers them.
 */
export function tilesFor(size: number, { record, olderSize = 0 }: Question): Tile[] {
  const tiles = new Map<string, Tile>();
  const add = (block: Block): void => {
    const { tile } = inTile(block, size);
    const path = tilePath(tile);
    if (tiles.has(path)) return;
    tiles.set(path, tile);
    if (tile.width === tileWidth) add(above(tile));
  };
  blocksOf(0, size).forEach(add);
  blocksOf(0, olderSize).forEach(add);
  if (record !== undefined) add({ level: 0, index: record });
  return [...tiles.values()];
}

/**
 * Whether the tiles of `tilesFor` belong to the log with this head. `bytes`: the served bytes, by path. The partial
 * tiles at the right edge give the head's hash; the hash of each full one is in the tile above.
 */
export function belongTo(head: TreeHead, tiles: readonly Tile[], bytes: Tiles): boolean {
  const isWhole = tiles.every((tile) => bytes.get(tilePath(tile))?.length === tile.width * hashBytes);
  if (!isWhole || !treeHash(head.size, head.size, bytes).equals(head.hash)) return false;
  return tiles
    .filter(({ width }) => width === tileWidth)
    .every((tile) =>
      foldPairs(hashesIn(bytes.get(tilePath(tile)))).equals(blockHash(above(tile), head.size, bytes)),
    );
}

/** Whether `data` is this record of the log; `bytes`: tiles verified by `belongTo`. */
export function isRecord(data: string, record: number, size: number, bytes: Tiles): boolean {
  return hashOf(0, data).equals(blockHash({ level: 0, index: record }, size, bytes));
}

/** Whether `older` is a prefix of the log (RFC 6962, 2.1.2); `bytes`: tiles verified by `belongTo`. */
export function beganAs(older: TreeHead, size: number, bytes: Tiles): boolean {
  return older.size <= size && treeHash(older.size, size, bytes).equals(older.hash);
}

/** The head's hash over the first `count` records of a log that now has `size`. */
function treeHash(count: number, size: number, bytes: Tiles): Buffer {
  const hashes = blocksOf(0, count).map((block) => blockHash(block, size, bytes));
  return hashes.length === 0
    ? createHash('sha256').digest()
    : hashes.reduceRight((right, left) => hashOf(1, left, right));
}

function blockHash(block: Block, size: number, bytes: Tiles): Buffer {
  const { tile, first, count } = inTile(block, size);
  return foldPairs(hashesIn(bytes.get(tilePath(tile))).slice(first, first + count));
}

/** The block that a full tile is: one hash in the tile above it. */
function above({ level, index }: Tile): Block {
  return { level: (level + 1) * tileHeight, index };
}

function hashesIn(bytes: Buffer = Buffer.alloc(0)): Buffer[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes),
  );
}

/** The root hash over 1, 2, 4, … hashes. */
function foldPairs(hashes: Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) =>
      hashOf(1, row[2 * i] ?? Buffer.alloc(0), row[2 * i + 1] ?? Buffer.alloc(0)),
    );
  }
  return row[0] ?? Buffer.alloc(0);
}
