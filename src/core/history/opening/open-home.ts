import { isFailure } from '#contract/failure';
import { type BurrowPaths, burrowPaths, prepareHome, type System, withLock } from '#core/system';
import type { OpenedHistory } from './connection.ts';
import { storageFailure } from '../rows/index.ts';
import { migrations } from '../migrations/index.ts';
import { openDatabase } from './open.ts';
import { openSnapshot } from './snapshot.ts';

/** The lock that opening, backing up and restoring the history take. */
export function historyLock({ locks }: Pick<BurrowPaths, 'locks'>): string {
  return `${locks}/history`;
}

/** Opens the history of Burrow's home; where nothing can be written, as it is now, for reading. Failures: as `openHistory`. */
export async function openInHome(system: System): Promise<OpenedHistory> {
  const { historyDb } = burrowPaths(system);
  try {
    const paths = await prepareHome(system);
    const request = { path: historyDb, backups: paths.backups, migrations, now: system.now() };
    const opened = await withLock(historyLock(paths), {}, () => openDatabase(request));
    return { ...opened, refusal: null };
  } catch (error) {
    const refusal = storageFailure(error, historyDb);
    if (!isFailure(refusal) || !forbidsWriting(refusal)) throw refusal;
    const database = await openSnapshot(historyDb, migrations);
    if (!database) throw refusal;
    return { database, notices: [], refusal };
  }
}

function forbidsWriting({ code, params }: { code: string; params: Record<string, unknown> }): boolean {
  if (code === 'home.unusable') return ['read-only', 'no-permission'].includes(String(params['reason']));
  return code === 'disk.full' || code === 'file.no-permission';
}
