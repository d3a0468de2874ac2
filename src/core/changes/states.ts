import { stat } from 'node:fs/promises';
import type { ChangeTopic } from '#contract/change-topics';
import type { Watched } from './watched-files.ts';

/** By path, what tells one content of a file from another without reading it. */
export type States = ReadonlyMap<string, string>;

const gone = 'gone';

/** The states of all files now. Links are followed. */
export async function statesOf(watched: readonly Watched[]): Promise<States> {
  const paths = [...new Set(watched.map(({ path }) => path))];
  return new Map(await Promise.all(paths.map(async (path) => [path, await stateOf(path)] as const)));
}

/**
 * The times of changes, not those of reading. An empty write-ahead log says the same as none: SQLite creates one when
 * somebody opens the history to read it, and removes it afterwards.
 */
async function stateOf(path: string): Promise<string> {
  try {
    const { dev, ino, mode, size, mtimeNs } = await stat(path, { bigint: true });
    if (size === 0n && path.endsWith('-wal')) return gone;
    return [dev, ino, mode, size, mtimeNs].join(' ');
  } catch {
    // One that cannot be reached is shown as such by whoever reads it.
    return gone;
  }
}

/** The topics of what differs, each once. A file that was not watched before counts if it is there. Pure. */
export function changedTopics(watched: readonly Watched[], before: States, now: States): ChangeTopic[] {
  const differs = ({ path }: Watched) => (before.get(path) ?? gone) !== (now.get(path) ?? gone);
  return [...new Set(watched.filter(differs).map(({ topic }) => topic))];
}
