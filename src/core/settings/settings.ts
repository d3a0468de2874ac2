import { type Settings, settings } from '#contract/settings';
import {
  burrowPaths,
  prepareHome,
  readTextIfThere,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { parseSettings } from './parse-settings.ts';

/**
 * The user's settings; the defaults where there are none, and for what cannot be understood.
 * Failures: home.unusable, file.no-permission.
 */
export async function readSettings(system: System): Promise<Settings> {
  const text = await readTextIfThere(burrowPaths(system).settings);
  return parseSettings(text).settings;
}

/**
 * Changes the given settings and keeps the rest, also what only a newer Burrow understands. A file that cannot be
 * read is kept as settings.json.broken. Failures: home.unusable, disk.full, file.no-permission.
 */
export async function writeSettings(
  system: System,
  patch: { [K in keyof Settings]?: Settings[K] | undefined },
): Promise<Settings> {
  const { settings: path, locks } = await prepareHome(system);
  // Two windows may change two settings at once; each must keep the other's.
  return await withLock(`${locks}/settings`, {}, async () => {
    const text = await readTextIfThere(path);
    const before = parseSettings(text);
    if (before.broken && text !== null) await writeFileAtomic(`${path}.broken`, text, { mode: 0o600 });
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const after = { ...before.kept, ...Object.fromEntries(given) };
    await writeFileAtomic(path, `${JSON.stringify(after, null, 2)}\n`, { mode: 0o600 });
    return settings.parse({ ...before.settings, ...Object.fromEntries(given) });
  });
}
