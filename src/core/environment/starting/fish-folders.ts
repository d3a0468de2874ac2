import { lstat, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

/** What fish makes when it starts, also where nobody uses it; outermost first. */
function foldersOf({ env, home }: Pick<System, 'env' | 'home'>): string[] {
  const config = env['XDG_CONFIG_HOME'] || join(home, '.config');
  const data = env['XDG_DATA_HOME'] || join(home, '.local/share');
  return [
    config,
    join(config, 'fish'),
    ...['completions', 'conf.d', 'functions'].map((name) => join(config, 'fish', name)),
    ...(env['XDG_DATA_HOME'] ? [] : [join(home, '.local')]),
    data,
    join(data, 'fish'),
    join(data, 'fish/generated_completions'),
  ];
}

interface AtWork {
  /** Calls that have not ended. */
  calls: number;
  /** The folders that were not there before the first of them; outermost first. */
  absent: Promise<string[]>;
}
const homes = new Map<string, AtWork>();

/**
 * Runs `start`, which starts fish, and then takes out the folders that fish has made and left empty. Of several calls at
 * once, the last one does.
 */
export async function withoutFishFolders<T>(
  system: Pick<System, 'env' | 'home'>,
  start: () => Promise<T>,
): Promise<T> {
  const folders = foldersOf(system);
  const key = folders.join('\n');
  const atWork = homes.get(key) ?? { calls: 0, absent: absentOf(folders) };
  homes.set(key, atWork);
  atWork.calls += 1;
  try {
    await atWork.absent;
    return await start();
  } finally {
    atWork.calls -= 1;
    if (atWork.calls === 0) {
      homes.delete(key);
      // A folder with something in it stays.
      for (const folder of (await atWork.absent).toReversed()) await rmdir(folder).catch(() => undefined);
    }
  }
}

async function absentOf(folders: readonly string[]): Promise<string[]> {
  const isThere = await Promise.all(
    folders.map((folder) =>
      lstat(folder).then(
        () => true,
        () => false,
      ),
    ),
  );
  return folders.filter((_, index) => !isThere[index]);
}
