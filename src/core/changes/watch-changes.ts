import type { ChangeTopic } from '#contract/change-topics';
import type { System } from '#core/system';
import { type FolderNames, folderNames } from './folder-names.ts';
import { FolderWatch, type Unwatched } from './folder-watch.ts';
import { changedTopics, statesOf } from './states.ts';
import { type Watched, watchedFiles } from './watched-files.ts';

/** ms from the first event of a change until it is looked at: an editor's save is several events. */
const settleMs = 100;
/** ms between two looks at folders that cannot be watched. */
const lookEveryMs = 2000;

/**
 * Yields what has changed on disk since the event before, of all that a page showing `project` depends on (null: the
 * home folder). The first event has no topics and says that watching has begun. Ends when `signal` aborts. Nothing is
 * read but the states of these files, and only after an event; where folders cannot be watched (no more watches, a
 * network's disk), every 2 s, and `onUnwatched` is told of each once.
 */
export async function* watchChanges(
  system: System,
  project: string | null,
  { signal, onUnwatched }: { signal?: AbortSignal | undefined; onUnwatched?: (what: Unwatched) => void } = {},
): AsyncGenerator<{ topics: ChangeTopic[] }> {
  const bell = new Bell();
  const folders = new FolderWatch(system.os, () => bell.ring());
  const told = new Set<string>();
  const look = async () => {
    const watched = await watchedFiles(system, project);
    const unwatched = await followAll(folders, watched);
    for (const each of unwatched) {
      if (!told.has(each.folder)) onUnwatched?.(each);
      told.add(each.folder);
    }
    return { watched, states: await statesOf(watched), isPartial: unwatched.length > 0 };
  };
  const stop = () => bell.ring();
  signal?.addEventListener('abort', stop);
  try {
    let before = await look();
    yield { topics: [] };
    for (;;) {
      const silence = before.isPartial ? system.after(lookEveryMs, () => bell.ring()) : null;
      if (!signal?.aborted) await bell.rung();
      silence?.();
      if (signal?.aborted) return;
      await new Promise<void>((passed) => void system.after(settleMs, passed));
      bell.silence();
      const now = await look();
      const topics = changedTopics(now.watched, before.states, now.states);
      before = now;
      if (topics.length > 0) yield { topics };
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    folders.close();
  }
}

/** Watches the folders of all files; again while folders come or go meanwhile. */
async function followAll(folders: FolderWatch, watched: readonly Watched[]): Promise<Unwatched[]> {
  let names = await folderNames(watched);
  for (let tries = 3; ; tries -= 1) {
    const unwatched = await folders.follow(names);
    const now = await folderNames(watched);
    if (tries === 0 || isSame(names, now)) return unwatched;
    names = now;
  }
}

function isSame(a: FolderNames, b: FolderNames): boolean {
  return a.size === b.size && [...a.keys()].every((folder) => b.has(folder));
}

/** Remembers that it was rung until it is silenced. */
class Bell {
  #rung = Promise.withResolvers<void>();

  ring(): void {
    this.#rung.resolve();
  }

  rung(): Promise<void> {
    return this.#rung.promise;
  }

  silence(): void {
    this.#rung = Promise.withResolvers();
  }
}
