import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { FoundToolchain, GoManager, TakeOverResult, Toolchain } from '#contract/toolchains';
import { profileFiles, snippetsIn } from '#core/profiles';
import { prepareHome, readTextIfThere, type System, writeFileAtomic } from '#core/system';
import { listToolchains } from '../inventory/index.ts';
import { becomeDefault, hasDefault, isFirst } from '../store/index.ts';
import { compareVersions, folderName, isPrerelease, minorOf, parseVersion } from '../versions/index.ts';
import { adoptFound } from './adopt.ts';
import { discoverToolchains } from './discover.ts';
import { managers } from './known/index.ts';
import { unreadPins } from './pins.ts';
import { linesOf } from './profile-lines.ts';

/**
 * Adopts every Go of a manager that runs on this machine. If Burrow has no default, the manager's becomes the default,
 * or its only Go if Burrow had none. Reports which lines of the user's profiles belong to it, and which of its pins in
 * `projects` (folders) Burrow does not read; changes none of them. Failures: disk.full, file.no-permission,
 * home.unusable.
 */
export async function takeOver(
  system: System,
  { manager }: { manager: GoManager },
  projects: readonly string[] = [],
): Promise<TakeOverResult> {
  const found = (await discoverToolchains(system)).filter((each) => each.manager === manager);
  const first = await isFirst(system);
  const adopted: Toolchain[] = [];
  const left: FoundToolchain[] = [];
  const names = new Set<string>();
  for (const each of found) {
    // A manager may have two copies of one version; the first is used.
    const wanted =
      !each.adopted && !each.installed && each.runsAs !== 'foreign' && !names.has(folderName(each));
    names.add(folderName(each));
    if (wanted) adopted.push(await adoptFound(system, each));
    else left.push(each);
  }
  const theirs = await defaultOf(system, manager, found);
  const set = theirs !== null && !(await hasDefault(system));
  if (set) {
    const { defaultFile } = await prepareHome(system);
    await writeFileAtomic(defaultFile, `${theirs.version}\n`);
  }
  const [only, ...more] = adopted;
  if (first && only && more.length === 0) await becomeDefault(system, only);
  const now = await listToolchains(system);
  return {
    adopted: adopted.map((each) => now.find(({ path }) => path === each.path) ?? each),
    left,
    default: theirs && { ...theirs, set },
    pins: await unreadPins(manager, projects),
    lines: await theirLines(system, manager),
    otherLanguages: managers[manager].otherLanguages ?? false,
  };
}

/** A manager's default among its Gos that run here. */
async function defaultOf(
  system: System,
  manager: GoManager,
  found: readonly FoundToolchain[],
): Promise<{ version: string; file: string } | null> {
  const usable = found.filter(({ runsAs }) => runsAs !== 'foreign');
  for (const place of managers[manager].defaults?.(system) ?? []) {
    if ('link' in place) {
      const real = await realpath(place.link).catch(() => null);
      const version = usable.find(
        ({ path }) => real !== null && `${real}${sep}`.startsWith(path + sep),
      )?.version;
      if (version !== undefined) return { version, file: place.link };
    } else {
      const text = await readTextIfThere(place.file).catch(() => null);
      const wanted = text === null ? null : place.read(text);
      const version = wanted === null ? null : newestOf(wanted, usable);
      if (version !== null) return { version, file: place.file };
    }
  }
  return null;
}

/** The version that `1.22.5` or `1.22` (its newest patch) selects among these. */
function newestOf(wanted: string, found: readonly FoundToolchain[]): string | null {
  const exact = parseVersion(wanted);
  const versions = found.map(({ version }) => version).toSorted((a, b) => compareVersions(b, a));
  if (exact === null || versions.includes(exact)) return exact;
  if (!/^\d+\.\d+$/.test(wanted)) return null;
  return versions.find((each) => minorOf(each) === minorOf(exact) && !isPrerelease(each)) ?? null;
}

async function theirLines(system: System, manager: GoManager): Promise<TakeOverResult['lines']> {
  const { files, fishSnippets } = profileFiles(system);
  const lines = await Promise.all(
    [...files, ...(await snippetsIn(fishSnippets))].map(async (file) => {
      const text = await readTextIfThere(file).catch(() => null);
      return linesOf(manager, text ?? '', file).map((each) => ({ file, ...each }));
    }),
  );
  return lines.flat();
}
