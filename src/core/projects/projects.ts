import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { failure } from '#contract/failure';
import type { Project } from '#contract/projects';
import type { History } from '#core/history';
import { readTextIfThere, type System } from '#core/system';
import { modulePath } from './module-path.ts';

/** Every folder that was opened, built in or given a Go, last used first. One that is gone keeps its history and says so. */
export async function listProjects(history: History): Promise<Project[]> {
  return Promise.all((await history.projects()).map(describe));
}

/** Puts a folder on the list, or to its top. Failures: folder.not-found. */
export async function addProject(system: System, history: History, path: string): Promise<Project> {
  const folder = resolve(system.cwd, path);
  if (!isFolder(folder)) throw failure('folder.not-found', { path: folder });
  await history.touchProject(folder);
  const known = (await history.projects()).find((each) => each.path === folder);
  return describe(known ?? { path: folder, lastUsedAt: system.now().toISOString(), builds: 0 });
}

/** Takes a folder off the list; neither it nor its builds are touched. false: it was not on it. */
export function removeProject(system: System, history: History, path: string): Promise<boolean> {
  return history.removeProject(resolve(system.cwd, path));
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

/** A go.mod that cannot be read must not keep the rest of the list from being shown. */
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
