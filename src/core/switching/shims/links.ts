import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { resolve as absolute, isAbsolute, join } from 'node:path';
import type { EditorLink } from '#contract/editor-link';
import { failure, isFailure } from '#contract/failure';
import {
  burrowPaths,
  fileFailure,
  isOwnHome,
  prepareHome,
  readStart,
  type System,
  withLock,
  writeFileAtomic,
} from '#core/system';
import { findGo, goFor } from '../resolving/index.ts';
import { linkName } from './link-name.ts';

/**
 * Creates the link of a folder: a constant path in Burrow's home that points to the GOROOT of the folder, for editors
 * that need a fixed path. Writes nothing into the folder; a file beside the link names it. Failures: those of goFor if
 * the folder has no Go now, home.unusable, file.no-permission, disk.full.
 */
export async function linkFolder(system: System, dir: string): Promise<EditorLink> {
  const folder = absolute(system.cwd, dir);
  const { goroot, version } = await goFor(withoutShell(system), folder);
  if (goroot === '') throw failure('switching.nothing-chosen', { dir: folder });
  const { links, locks } = await prepareHome(system);
  const link = { folder, path: join(links, linkName(folder)), goroot, version };
  await withLock(join(locks, 'links'), {}, async () => {
    try {
      await mkdir(links, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw fileFailure(error, links);
    }
    await writeFileAtomic(`${link.path}.json`, `${JSON.stringify({ folder })}\n`, { mode: 0o600 });
    await point(system, link);
  });
  return link;
}

/** Removes the link of a folder. false: it had none. Failures: file.no-permission. */
export async function unlinkFolder(system: System, dir: string): Promise<boolean> {
  const { links, locks } = burrowPaths(system);
  const folder = absolute(system.cwd, dir);
  if (!(await linkedFolders(links)).includes(folder)) return false;
  const path = join(links, linkName(folder));
  await withLock(join(locks, 'links'), {}, async () => {
    await point(system, { path, goroot: null });
    await rm(`${path}.json`, { force: true });
  });
  return true;
}

/** Every link, sorted by folder, and the Go that its folder gets now. */
export async function listLinks(system: System): Promise<EditorLink[]> {
  const { links } = burrowPaths(system);
  const folders = await linkedFolders(links);
  return Promise.all(
    folders.map(async (folder) => ({
      folder,
      path: join(links, linkName(folder)),
      ...(await gorootOf(system, folder)),
    })),
  );
}

/**
 * Points every link to the Go that its folder gets now, and returns those that changed. The link of a folder without a
 * Go is removed until there is one again. Cheap if nothing changed, and if there are no links.
 * Failures: file.no-permission, disk.full.
 */
export async function refreshLinks(system: System): Promise<EditorLink[]> {
  if (!(await isOwnHome(system)) || (await changedLinks(system)).length === 0) return [];
  return withLock(join(burrowPaths(system).locks, 'links'), {}, async () => {
    // Another process may have updated them in the meantime.
    const changed = await changedLinks(system);
    for (const link of changed) await point(system, link);
    return changed;
  });
}

async function changedLinks(system: System): Promise<EditorLink[]> {
  const links = await listLinks(system);
  const targets = await Promise.all(links.map(({ path }) => readlink(path).catch(() => null)));
  return links.filter(({ goroot }, index) => goroot !== targets[index]);
}

async function gorootOf(system: System, folder: string): Promise<Pick<EditorLink, 'goroot' | 'version'>> {
  try {
    const { goroot, version } = await findGo(withoutShell(system), folder);
    return goroot === '' ? { goroot: null, version: null } : { goroot, version };
  } catch (error) {
    if (isFailure(error)) return { goroot: null, version: null };
    throw error;
  }
}

/** Without the variables of the shell that happens to refresh the links: an editor does not see them. */
function withoutShell(system: System): System {
  const { BURROW_GO: _pinned, GOWORK: _workspace, ...env } = system.env;
  return { ...system, env };
}

/** The folders that have a link, sorted by name. Other files in the folder of links are ignored. */
async function linkedFolders(links: string): Promise<string[]> {
  const names = await readdir(links).catch(() => []);
  const folders = await Promise.all(
    names
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .map(async (name) => {
        const folder = folderIn(await readStart(join(links, name)));
        return folder !== null && `${linkName(folder)}.json` === name ? folder : null;
      }),
  );
  return folders.filter((folder) => folder !== null).toSorted((a, b) => a.localeCompare(b));
}

function folderIn(record: string | null): string | null {
  try {
    const { folder } = JSON.parse(record ?? '') as { folder?: unknown };
    return typeof folder === 'string' && isAbsolute(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** Changes a link in one step: readers see the old target or the new one. The caller holds the lock. */
async function point(
  system: Pick<System, 'os'>,
  { path, goroot }: Pick<EditorLink, 'path' | 'goroot'>,
): Promise<void> {
  try {
    if (goroot === null) return await rm(path, { force: true });
    const made = `${path}.new`;
    await rm(made, { force: true });
    await symlink(goroot, made, 'junction');
    // Windows cannot rename over a folder, and a junction is one.
    if (system.os === 'windows') await rm(path, { force: true });
    await rename(made, path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}
