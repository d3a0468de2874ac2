import { failure } from '#contract/failure';
import { maskSecrets, type System, trimmedEnd } from '#core/system';
import { escapedPath } from '../../goenv/index.ts';
import { ask, isSourceFailure } from '../../network/index.ts';
import { DatabaseMemory, openHead } from './memory.ts';
import { proveRecord } from './proof.ts';
import { type NoteKey, openNote, parseNoteKey } from './signed-note.ts';

/** A checksum database: its key, and where it is. */
export interface ChecksumDatabase {
  key: NoteKey;
  url: string;
  /** The address was given explicitly, so no proxy is asked for it. */
  isAddressed: boolean;
}

/** What the database has for a module, verified. */
export interface DatabaseRecord {
  /** `h1:…` */
  hash: string;
  /** The number of the record, and the number of records in the signed tree. */
  record: number;
  treeSize: number;
  /** The server that delivered it, secrets masked. */
  via: string;
}

/** The key that is built into every Go (cmd/go/internal/modfetch/key.go). */
const knownKey = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

/**
 * Reads GOSUMDB as cmd/go does (modfetch/sumdb.go, dbDial): a known name or `name+hash+key`, each with or without an
 * address. null: `off`, or unreadable, which must not be taken for a database.
 */
export function parseChecksumDatabase(gosumdb: string): ChecksumDatabase | null {
  const words = gosumdb.trim().split(/\s+/);
  // This name means the known database at an address that can be reached from China.
  const alias = words.length === 1 && words[0] === 'sum.golang.google.cn';
  const [who = '', address, ...more] = alias ? ['sum.golang.org', 'https://sum.golang.google.cn'] : words;
  const key = parseNoteKey(who === 'sum.golang.org' ? knownKey : who);
  if (!key || !isHostAndPath(key.name) || more.length > 0) return null;
  const url = address ?? `https://${key.name}`;
  if (!URL.canParse(url)) return null;
  return { key, url: trimmedEnd(url, '/'), isAddressed: address !== undefined };
}

/** A name becomes an address and a folder, so it must be a host and a path. */
function isHostAndPath(name: string): boolean {
  if (name.endsWith('/') || /[?#@%\\]/.test(name) || !URL.canParse(`https://${name}`)) return false;
  const { host, pathname } = new URL(`https://${name}`);
  return name === host + (name.includes('/') ? pathname : '');
}

/**
 * Looks a module up in the checksum database, through the first proxy that serves it, otherwise directly, and verifies
 * the answer: the signature on the tree head, that the record is in that tree, and that this tree is consistent with
 * the newest one seen before. `hash` is null when the server says that the database does not know the module; that
 * answer is not signed. Failures: cancelled, download.unreachable, download.status, disk.full, file.no-permission,
 * checksum-database.not-signed, .untrusted, .forked and .rolled-back.
 */
export async function lookUp(
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>,
  database: ChecksumDatabase,
  module: { path: string; version: string },
  options: { proxies: readonly string[]; signal?: AbortSignal | undefined },
): Promise<DatabaseRecord | { hash: null; via: string }> {
  const { signal } = options;
  const { key } = database;
  const base = await reachableAt(system, database, options);
  const at = `${base}/lookup/${escapedPath(module.path)}@${escapedPath(module.version)}`;
  const answer = await ask(system, at, { signal });
  if (answer.status === 404 || answer.status === 410) return { hash: null, via: maskSecrets(base) };
  if (answer.status !== 200) {
    throw failure('download.status', { url: maskSecrets(at), status: answer.status });
  }
  const [, id, data, note] =
    /^(\d{1,15})\n((?:[^\n]+\n)+)\n(go\.sum database tree\n[^]*)$/.exec(answer.body.toString()) ?? [];
  const url = maskSecrets(at);
  if (id === undefined || data === undefined || note === undefined) {
    throw failure('checksum-database.untrusted', { url, reason: 'no-record' });
  }
  if (openNote(note, key) === null) {
    throw failure('checksum-database.not-signed', { url, database: key.name });
  }
  const head = openHead(note, key);
  const record = Number(id);
  if (!head || record >= head.size) {
    throw failure('checksum-database.untrusted', { url, reason: 'no-record' });
  }
  const place = { system, base, name: key.name, memory: new DatabaseMemory(system, key), signal };
  await proveRecord(place, { data, record }, head);

  const line = data.split('\n').find((each) => each.startsWith(`${module.path} ${module.version} `));
  const hash = line?.split(' ')[2];
  if (hash === undefined) throw failure('checksum-database.untrusted', { url, reason: 'other-module' });
  return { hash, record, treeSize: head.size, via: maskSecrets(base) };
}

/** A proxy that answers `supported` serves the database; 404 or 410 means "not here, go directly". */
async function reachableAt(
  system: Pick<System, 'fetch' | 'after' | 'env' | 'home' | 'os'>,
  { key, url, isAddressed }: ChecksumDatabase,
  { proxies, signal }: { proxies: readonly string[]; signal?: AbortSignal | undefined },
): Promise<string> {
  for (const proxy of isAddressed ? [] : proxies) {
    const base = `${proxy}/sumdb/${key.name}`;
    try {
      const { status, contentType } = await ask(system, `${base}/supported`, { signal });
      if (status === 200 && !/html/i.test(contentType)) return base;
    } catch (error) {
      if (!isSourceFailure(error)) throw error;
    }
  }
  return url;
}
