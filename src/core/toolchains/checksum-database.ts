import { type FailureParams, failure, isFailure } from '#contract/failure';
import { maskSecrets, type System } from '#core/system';
import { type NoteKey, openNote, parseNoteKey } from './signed-note.ts';
import { ask } from './small-fetch.ts';
import { isIncluded, parseTreeHead, tilePath, tilesFor } from './transparent-log.ts';

/** A checksum database: who signs, and where it is when no proxy passes it on. */
export interface ChecksumDatabase {
  key: NoteKey;
  url: string;
}

/** What the database says of a module, checked. */
export interface DatabaseRecord {
  /** `h1:…` */
  hash: string;
  /** The number of the record, and how many records the signed tree has. */
  record: number;
  treeSize: number;
  /** Who passed it on, secrets masked. */
  via: string;
}

/** The key that every Go carries (cmd/go/internal/modfetch/key.go). */
const knownKey = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

/**
 * Reads GOSUMDB as cmd/go does (modfetch/sumdb.go, dbDial): `off`, a known name, or `name+hash+key`, each with an
 * address or without. null: off, or not to be understood, which must not pass for a database.
 */
export function parseChecksumDatabase(gosumdb: string): ChecksumDatabase | null {
  const [who = '', address] = gosumdb.trim().split(/\s+/);
  // The second name is the first one's database at an address that is reached from China.
  const known = who === 'sum.golang.org' || who === 'sum.golang.google.cn';
  const key = parseNoteKey(known ? knownKey : who);
  if (!key) return null;
  const url = address ?? `https://${known ? who : key.name}`;
  return { key, url: url.replace(/\/+$/, '') };
}

/**
 * Looks a module up in the checksum database, through the first proxy that passes it on, else directly, and checks
 * what it says: the signature on the tree's head, and that the record stands in that tree. null: the database does
 * not know the module. Failures: cancelled, download.unreachable, download.status, and
 * checksum-database.untrusted when what came was not signed or does not stand in the tree.
 */
export async function lookUp(
  system: Pick<System, 'fetch'>,
  database: ChecksumDatabase,
  module: { path: string; version: string },
  options: { proxies: readonly string[]; signal?: AbortSignal | undefined },
): Promise<DatabaseRecord | null> {
  const { signal } = options;
  const base = await reachableAt(system, database, options);
  const at = `${base}/lookup/${module.path}@${module.version}`;
  const answer = await ask(system, at, { signal });
  if (answer.status === 404 || answer.status === 410) return null;
  if (answer.status !== 200) {
    throw failure('download.status', { url: maskSecrets(at), status: answer.status });
  }
  const untrusted = (reason: FailureParams<'checksum-database.untrusted'>['reason']) =>
    failure('checksum-database.untrusted', { url: maskSecrets(at), reason });

  const [, id, data, note] =
    /^(\d{1,15})\n((?:[^\n]+\n)+)\n(go\.sum database tree\n[^]*)$/.exec(answer.body.toString()) ?? [];
  if (id === undefined || data === undefined || note === undefined) throw untrusted('no-record');
  const text = openNote(note, database.key);
  if (text === null) throw untrusted('not-signed');
  const head = parseTreeHead(text);
  const record = Number(id);
  if (!head || record >= head.size) throw untrusted('no-record');

  const tiles = new Map<string, Buffer>();
  await Promise.all(
    tilesFor(record, head.size).map(async (tile) => {
      const path = tilePath(tile);
      const { status, body } = await ask(system, `${base}/${path}`, { signal });
      if (status !== 200) throw failure('download.status', { url: maskSecrets(`${base}/${path}`), status });
      tiles.set(path, body);
    }),
  );
  if (!isIncluded(data, record, head, tiles)) throw untrusted('not-in-tree');

  const line = data.split('\n').find((each) => each.startsWith(`${module.path} ${module.version} `));
  const hash = line?.split(' ')[2];
  if (hash === undefined) throw untrusted('other-module');
  return { hash, record, treeSize: head.size, via: maskSecrets(base) };
}

/** A proxy that serves `supported` passes the database on; 404 or 410 means "not here, go directly". */
async function reachableAt(
  system: Pick<System, 'fetch'>,
  { key, url }: ChecksumDatabase,
  { proxies, signal }: { proxies: readonly string[]; signal?: AbortSignal | undefined },
): Promise<string> {
  for (const proxy of proxies) {
    const base = `${proxy}/sumdb/${key.name}`;
    try {
      const { status, contentType } = await ask(system, `${base}/supported`, { signal });
      if (status === 200 && !/html/i.test(contentType)) return base;
    } catch (error) {
      if (!isFailure(error, 'download.unreachable')) throw error;
    }
  }
  return url;
}
