import { type Failure, failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import { ask, isSourceFailure } from '../../network/index.ts';
import type { DatabaseMemory, SignedHead } from './memory.ts';
import {
  beganAs,
  belongTo,
  isRecord,
  type Question,
  type Tile,
  type Tiles,
  type TreeHead,
  tilePath,
  tilesFor,
} from './transparent-log.ts';

/** Where a checksum database is served, and what is remembered of it. */
export interface DatabasePlace {
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>;
  base: string;
  name: string;
  memory: DatabaseMemory;
  signal: AbortSignal | undefined;
}

/**
 * Proves that a record is in the tree with this signed head, and that this tree is consistent with the newest one seen
 * before: the smaller is a prefix of the larger. Then remembers the larger, as golang.org/x/mod/sumdb's client does.
 * Failures: cancelled, download.unreachable, download.status, disk.full, file.no-permission,
 * checksum-database.untrusted, .forked and .rolled-back.
 */
export async function proveRecord(
  place: DatabasePlace,
  { data, record }: { data: string; record: number },
  head: SignedHead,
): Promise<void> {
  for (;;) {
    const seen = await place.memory.newest();
    const isOld = seen !== null && seen.size > head.size;
    const [older, newer] = isOld ? [head, seen] : [seen, head];
    const question: Question = { record, ...(older && { olderSize: older.size }) };
    const tiles = await provenTiles(place, newer, question).catch((error: unknown) => {
      // A server with an older tree must also prove that it is a prefix of the known one.
      const cannot = isSourceFailure(error) || isFailure(error, 'checksum-database.untrusted');
      throw isOld && cannot ? contradiction('checksum-database.rolled-back', place, seen, head) : error;
    });
    if (seen && older && !beganAs(older, newer.size, tiles)) {
      throw contradiction('checksum-database.forked', place, seen, head);
    }
    if (!isRecord(data, record, newer.size, tiles)) throw notInTree(place);
    if (isOld || seen?.size === head.size || (await place.memory.keep(head, seen))) return;
  }
}

/** The tiles for a question, from memory and the database, verified. Failures: as in `proveRecord`. */
async function provenTiles(place: DatabasePlace, head: TreeHead, question: Question): Promise<Tiles> {
  const wanted = tilesFor(head.size, question);
  const kept = await rememberedTiles(place, wanted);
  // A stored tile may have been damaged on disk, which is not the database's fault: retry without them.
  for (const known of kept.size > 0 ? [kept, new Map<string, Buffer>()] : [kept]) {
    const asked = await askTiles(
      place,
      wanted.filter((tile) => !known.has(tilePath(tile))),
    );
    const tiles = new Map([...known, ...asked]);
    if (!belongTo(head, wanted, tiles)) continue;
    await Promise.all([...asked].map(([path, bytes]) => place.memory.keepTile(path, bytes)));
    return tiles;
  }
  throw notInTree(place);
}

async function rememberedTiles(
  { memory }: DatabasePlace,
  tiles: readonly Tile[],
): Promise<Map<string, Buffer>> {
  const kept = await Promise.all(
    tiles.map(tilePath).map(async (path) => ({ path, bytes: await memory.tile(path) })),
  );
  return new Map(kept.flatMap(({ path, bytes }) => (bytes ? [[path, bytes]] : [])));
}

async function askTiles(place: DatabasePlace, tiles: readonly Tile[]): Promise<Map<string, Buffer>> {
  return new Map(
    await Promise.all(tiles.map(async (tile) => [tilePath(tile), await askTile(place, tile)] as const)),
  );
}

/** A partial tile may no longer be served once it has become full: then the full one begins with it. */
async function askTile({ system, base, signal }: DatabasePlace, tile: Tile): Promise<Buffer> {
  const full = { ...tile, width: 256 };
  const url = `${base}/${tilePath(tile)}`;
  const { status, body } = await ask(system, url, { signal });
  if (status === 200) return body;
  if (tile.width < full.width) {
    const instead = await ask(system, `${base}/${tilePath(full)}`, { signal });
    if (instead.status === 200) return instead.body.subarray(0, tile.width * 32);
  }
  throw failure('download.status', { url: maskSecrets(url), status });
}

function notInTree({ base }: DatabasePlace): Failure {
  return failure('checksum-database.untrusted', { url: maskSecrets(base), reason: 'not-in-tree' });
}

function contradiction(
  code: 'checksum-database.forked' | 'checksum-database.rolled-back',
  { base, name }: DatabasePlace,
  seen: TreeHead,
  shown: TreeHead,
): Failure {
  return failure(code, {
    url: maskSecrets(base),
    database: name,
    seen: inWords(seen),
    shown: inWords(shown),
  });
}

/** A tree head as in the signed note: the number of records, and their hash. */
function inWords({ size, hash }: TreeHead): string {
  return `${size} ${hash.toString('base64')}`;
}
