import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure } from '#contract/failure';
import type { Project } from '#contract/projects';
import type { History } from '#core/history';
import { readTextIfThere, type System, typedPath } from '#core/system';
import { modulePath } from './module-path.ts';

/** The known projects, last used first. One whose folder no longer exists is listed with `exists: false`. */
export async function listProjects(history: History): Promise<Project[]> {
  return Promise.all((await history.projects()).map(describe));
}

/** Adds a folder to the projects, or moves it to the top. Failures: folder.not-found. */
export async function addProject(system: System, history: History, path: string): Promise<Project> {
  const folder = typedPath(system, path);
  if (!isFolder(folder)) throw failure('folder.not-found', { path: folder });
  await history.touchProject(folder);
  const known = (await history.projects()).find((each) => each.path === folder);
  return describe(known ?? { path: folder, lastUsedAt: system.now().toISOString(), builds: 0 });
}

/** Removes a folder from the projects; its files and builds are kept. false: it was not one of them. */
export function removeProject(system: System, history: History, path: string): Promise<boolean> {
  return history.removeProject(typedPath(system, path));
}

type Known = Awaited<ReturnType<History['projects']>>[number];

async function describe({ path, lastUsedAt, builds }: Known): Promise<Project> {
  return {
    path,
    name: basename(path) || path,
    module: await moduleOf(path),
    exists: isFolder(path),
    builds,
    lastUsedAt,
  };
}

/** null if go.mod cannot be read, so that the rest of the list can still be shown. */
async function moduleOf(folder: string): Promise<string | null> {
  try {
    return modulePath((await readTextIfThere(join(folder, 'go.mod'))) ?? '');
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
