import { lstat, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import type { SetupUndoItem, SetupUndoPreview } from '#contract/setup';
import { previewUndo } from '#core/profiles';
import { burrowPaths, installation, isFile, type System } from '#core/system';
import { bytesIn, listToolchains } from '#core/toolchains';
import { readRecord } from './record.ts';
import { canTakeAway } from './steps/index.ts';
import { words } from './scene.ts';

/** Everything in Burrow's home by name; whatever else is there is not Burrow's. */
const ownNames = new Set([
  'toolchains',
  'shims',
  'shim-functions',
  'completions',
  'links',
  'default',
  'env.sh',
  'env.fish',
  'environment.json',
  'settings.json',
  'setup.json',
  'cache',
  'open',
  'staging',
  'locks',
  'backups',
  'logs',
]);
/** With its own files of SQLite, and what an interrupted change of it leaves. */
const historyFile = /^history\.db(?:\.new|\.restoring|\.suspect)?(?:-wal|-shm|-journal)?$/;

/** How many builds the history has; null: it cannot be read. */
export type CountBuilds = () => Promise<number | null>;

/** What the whole undo does, and the names in Burrow's home that it removes. */
export interface UndoPlan {
  items: SetupUndoItem[];
  names: string[];
}

/**
 * What undoing everything would do. A history with builds is somebody's data and stays, as do a first project that was
 * changed, files in which Burrow's lines were edited, and whatever in Burrow's home is not Burrow's.
 */
export async function planUndo(system: System, countBuilds: CountBuilds): Promise<UndoPlan> {
  const { root, historyDb } = burrowPaths(system);
  const { did } = await readRecord(system);
  const made = did.project?.isNew ? did.project.dir : null;
  const files = (await previewUndo(system)).filter(
    ({ path, fate }) =>
      fate !== 'unchanged' && !path.startsWith(root + sep) && (made === null || dirname(path) !== made),
  );
  // One that cannot be read may have some.
  const builds = (await isFile(historyDb)) ? ((await countBuilds()) ?? 1) : 0;
  const hasBuilds = builds > 0;
  const { names, foreign } = await namesIn(root, hasBuilds);
  const items: SetupUndoItem[] = [
    ...files.map(({ path, fate, why, diff }) => ({
      ...item('file', path, fate === 'deleted' ? 'deleted' : fate === 'kept' ? 'kept' : 'restored'),
      why,
      diff,
    })),
    ...(await projectItem(system, made)),
    ...(await toolchainItems(system)),
  ];
  if (hasBuilds) {
    items.push({
      ...item('history', historyDb, 'kept'),
      why: words('setup.history-kept', { builds, path: historyDb }),
    });
  }
  if (names.length > 0 || (foreign.length === 0 && !hasBuilds && (await isThere(root)))) {
    const rest = names.filter((name) => name !== 'toolchains').map((name) => join(root, name));
    const sizes = await Promise.all(rest.map((path) => bytesIn(path, undefined)));
    items.push({ ...item('home', root, 'deleted'), bytes: sizes.reduce((sum, each) => sum + each, 0) });
  }
  items.push(...foreign.map((name) => keptInHome(join(root, name))));
  return { items, names };
}

/** As it is shown. Its id names what becomes of what, and no sizes, which change by themselves. */
export async function previewUndoAll(system: System, countBuilds: CountBuilds): Promise<SetupUndoPreview> {
  const { items } = await planUndo(system, countBuilds);
  return { id: idOf(items), items, bytes: items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) };
}

/** Names exactly what becomes of what. Pure. */
export function idOf(items: readonly SetupUndoItem[]): string {
  const facts = items.map(({ kind, path, fate, diff }) => [kind, path, fate, diff]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
}

function item(kind: SetupUndoItem['kind'], path: string, fate: SetupUndoItem['fate']): SetupUndoItem {
  return { kind, path, fate, why: null, diff: '', bytes: null };
}

function keptInHome(path: string): SetupUndoItem {
  const isOwn = runsFrom(path);
  const why = isOwn ? words('setup.running-from', { path }) : words('setup.not-burrows', { path });
  return { ...item('home', path, 'kept'), why };
}

/** Whether this Burrow runs from there. */
function runsFrom(path: string): boolean {
  const own = installation();
  return own === path || own.startsWith(path + sep);
}

async function projectItem(system: System, dir: string | null): Promise<SetupUndoItem[]> {
  if (dir === null || !(await isThere(dir))) return [];
  if (await canTakeAway(system, dir)) return [item('project', dir, 'deleted')];
  return [{ ...item('project', dir, 'kept'), why: words('setup.changed-since', { path: dir }) }];
}

async function toolchainItems(system: System): Promise<SetupUndoItem[]> {
  return (await listToolchains(system)).map(({ path, managed, bytes }) => ({
    ...item(managed ? 'toolchain' : 'link', path, 'deleted'),
    bytes: managed ? bytes : null,
  }));
}

/** What in Burrow's home is Burrow's and goes, and what stays there and is listed. */
async function namesIn(root: string, keepsHistory: boolean): Promise<{ names: string[]; foreign: string[] }> {
  const all = await readdir(root).catch(() => []);
  const isOwn = (name: string) =>
    (ownNames.has(name) || historyFile.test(name)) && !runsFrom(join(root, name));
  return {
    names: all.filter((name) => isOwn(name) && !(keepsHistory && historyFile.test(name))),
    foreign: all.filter((name) => !isOwn(name)),
  };
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
