import { readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { runsAs } from '#contract/runs-as';
import type { FoundToolchain, GoManager } from '#contract/toolchains';
import { burrowPaths, type System } from '#core/system';
import { gorootsOnPath, moduleCache } from '../goenv/index.ts';
import { listToolchains } from '../inventory/index.ts';
import { readGoroot } from '../store/index.ts';
import { compareVersions, folderName } from '../versions/index.ts';
import { knownPlaces, type OwnedPlace } from './known/index.ts';

/**
 * Every Go on this machine that Burrow did not install: in the known places of managers, and on PATH. Each once,
 * however many links lead to it; newest first. None is run. Anything that cannot be read is left out. `more`:
 * additional places, searched first.
 */
export async function discoverToolchains(
  system: System,
  more: readonly OwnedPlace[] = [],
): Promise<FoundToolchain[]> {
  return findIn(system, [...more, ...knownPlaces(system, await moduleCache(system))]);
}

/** Like `discoverToolchains`, for these places and PATH. A Go that two places lead to belongs to the first. */
export async function findIn(system: System, places: readonly OwnedPlace[]): Promise<FoundToolchain[]> {
  const [inPlaces, onPath, own, installed] = await Promise.all([
    Promise.all(places.map(candidates)),
    onPathNow(system),
    realpath(burrowPaths(system).toolchains).catch(() => null),
    listToolchains(system),
  ]);
  const managers = new Map<string, GoManager>();
  const elsewhere = onPath.map((path) => ({ path, manager: 'other' as const }));
  for (const { path, manager } of [...inPlaces.flat(), ...elsewhere]) {
    const isOwn = own !== null && path.startsWith(own + sep);
    if (!isOwn && !managers.has(path)) managers.set(path, manager);
  }
  const here = installed.filter(({ adopted }) => !adopted?.gone);
  const adopted = new Set(here.map((each) => each.adopted?.from));
  const names = new Set(here.map(folderName));
  const found = await Promise.all(
    [...managers].map(async ([path, manager]): Promise<Omit<FoundToolchain, 'inAll'> | null> => {
      const id = await readGoroot(system, path);
      if (typeof id === 'string') return null;
      const isAdopted = adopted.has(path);
      return {
        ...id,
        runsAs: runsAs(system, id),
        path,
        manager,
        adopted: isAdopted,
        installed: !isAdopted && names.has(folderName(id)),
      };
    }),
  );
  const sorted = found
    .filter((each) => each !== null)
    .toSorted((a, b) => compareVersions(b.version, a.version) || a.path.localeCompare(b.path));
  return withInAll(sorted);
}

/** Marks what *adopt all* takes; of several copies of one version the first. Pure. */
export function withInAll(found: readonly Omit<FoundToolchain, 'inAll'>[]): FoundToolchain[] {
  const taken = new Set<string>();
  return found.map((each) => {
    const inAll =
      each.runsAs === 'native' && !each.adopted && !each.installed && !taken.has(folderName(each));
    if (inAll) taken.add(folderName(each));
    return { ...each, inAll };
  });
}

async function onPathNow(system: System): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of gorootsOnPath(system)) paths.push(path);
  return paths;
}

/** The existing folders of a place, links resolved. */
async function candidates({
  manager,
  folder,
  steps,
}: OwnedPlace): Promise<{ path: string; manager: GoManager }[]> {
  let folders = [folder];
  for (const step of steps) {
    const next = await Promise.all(
      folders.map(async (each) =>
        typeof step === 'string' ? [join(each, step)] : await children(each, step),
      ),
    );
    folders = next.flat();
  }
  const real = await Promise.all(folders.map((each) => realpath(each).catch(() => null)));
  return real.filter((path) => path !== null).map((path) => ({ path, manager }));
}

async function children(folder: string, names: RegExp): Promise<string[]> {
  const found = await readdir(folder).catch(() => []);
  return found.filter((name) => names.test(name)).map((name) => join(folder, name));
}
