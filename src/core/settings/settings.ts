import { type Failure, failure } from '#contract/failure';
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
 * Reads the user's settings; missing and unknown values are the defaults.
 * Failures: home.unusable, file.no-permission.
 */
export async function readSettings(system: System): Promise<Settings> {
  const text = await readTextIfThere(burrowPaths(system).settings);
  return parseSettings(text).settings;
}

/** The settings after a change. */
export interface WrittenSettings {
  settings: Settings;
  /** settings.kept-aside: the file could not be parsed, so that what was set before is lost; null: it could. */
  warning: Failure | null;
}

/**
 * Changes the given settings and keeps the rest, including those that only a newer Burrow knows. A file that cannot be
 * parsed is kept as `settings.json.broken-` and the time, which `warning` says. Failures: home.unusable, disk.full, file.no-permission.
 */
export async function writeSettings(
  system: System,
  patch: { [K in keyof Settings]?: Settings[K] | undefined },
): Promise<WrittenSettings> {
  const { settings: path, locks } = await prepareHome(system);
  // Two windows may change different settings at the same time; both changes must be kept.
  return await withLock(`${locks}/settings`, {}, async () => {
    const text = await readTextIfThere(path);
    const before = parseSettings(text);
    const stamp = system.now().toISOString().replaceAll(/[:.]/g, '-');
    const aside = before.broken && text !== null ? `${path}.broken-${stamp}` : null;
    if (aside !== null && text !== null) await writeFileAtomic(aside, text, { mode: 0o600 });
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const after = { ...before.kept, ...Object.fromEntries(given) };
    await writeFileAtomic(path, `${JSON.stringify(after, null, 2)}\n`, { mode: 0o600 });
    return {
      settings: settings.parse({ ...before.settings, ...Object.fromEntries(given) }),
      warning: aside === null ? null : failure('settings.kept-aside', { path, aside }),
    };
  });
}
