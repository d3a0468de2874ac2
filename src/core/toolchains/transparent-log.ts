import { createHash } from 'node:crypto';

/** The head of a transparent log: so many records, under this hash. */
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

/** 256 = 2^8: the height of a tile of the Go checksum database (golang.org/x/mod/sumdb/tlog). */
const tileHeight = 8;
const tileWidth = 2 ** tileHeight;
const hashBytes = 32;

function hashOf(kind: 0 | 1, ...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256').update(Buffer.from([kind]));
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Reads the text of a signed tree head; null when it is none. */
export function parseTreeHead(text: string): TreeHead | null {
  const [, size = '', encoded = ''] =
    /^go\.sum database tree\n(\d{1,15})\n([A-Za-z0-9+/]+=*)\n/.exec(text) ?? [];
  const hash = Buffer.from(encoded, 'base64');
  return hash.length === hashBytes ? { size: Number(size), hash } : null;
}

/** `tile/8/0/x175/922`, `tile/8/2/004.p/57`: where a tile is, below the database's address. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${tileHeight}/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** A subtree without gaps: the records [index × 2^level, (index + 1) × 2^level). */
interface Block {
  level: number;
  index: number;
}

/** The part of the tree beside the way from a record to the head, nearest the record first (RFC 6962, 2.1.1). */
function siblings(record: number, size: number): { blocks: Block[]; side: 'left' | 'right' }[] {
  const found: { blocks: Block[]; side: 'left' | 'right' }[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const half = 2 ** levelBelow(to - from - 1);
    if (record < from + half) {
      found.unshift({ blocks: blocksOf(from + half, to), side: 'right' });
      to = from + half;
    } else {
      found.unshift({ blocks: blocksOf(from, from + half), side: 'left' });
      from += half;
    }
  }
  return found;
}

/** The greatest n with 2^n ≤ count; counted, because Math.log2 may be off by a hair. */
function levelBelow(count: number): number {
  let level = 0;
  while (2 ** (level + 1) <= count) level += 1;
  return level;
}

/** Takes a range of records apart into the largest blocks, from the left. */
function blocksOf(from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < to; ) {
    const level = levelBelow(to - at);
    blocks.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return blocks;
}

/** Where the hashes are that make up a block: in one tile, `count` of them from `first` on. */
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

/** The tiles that tell whether a record stands in the log. */
export function tilesFor(record: number, size: number): Tile[] {
  const tiles = siblings(record, size).flatMap(({ blocks }) =>
    blocks.map((block) => inTile(block, size).tile),
  );
  return [...new Map(tiles.map((tile) => [tilePath(tile), tile])).values()];
}

/**
 * Whether `data` is record number `record` of the log with this head. `tiles`: what `tilesFor` asked for, by path.
 * They may come from anyone: only the true ones lead to the head's hash.
 */
export function isIncluded(
  data: string,
  record: number,
  head: TreeHead,
  tiles: ReadonlyMap<string, Buffer>,
): boolean {
  if (record < 0 || record >= head.size) return false;
  const blockHash = (block: Block): Buffer => {
    const { tile, first, count } = inTile(block, head.size);
    const bytes = tiles.get(tilePath(tile)) ?? Buffer.alloc(0);
    const hashes = Array.from({ length: count }, (_, i) =>
      bytes.subarray((first + i) * hashBytes, (first + i + 1) * hashBytes),
    );
    return foldPairs(hashes);
  };
  let hash = hashOf(0, data);
  for (const { blocks, side } of siblings(record, head.size)) {
    const beside = blocks.map(blockHash).reduceRight((right, left) => hashOf(1, left, right));
    hash = side === 'left' ? hashOf(1, beside, hash) : hashOf(1, hash, beside);
  }
  return hash.equals(head.hash);
}

/** The hash above 1, 2, 4, … hashes. */
function foldPairs(hashes: Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) =>
      hashOf(1, row[2 * i] ?? Buffer.alloc(0), row[2 * i + 1] ?? Buffer.alloc(0)),
    );
  }
  return row[0] ?? Buffer.alloc(0);
}
