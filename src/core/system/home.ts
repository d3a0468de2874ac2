import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import process from 'node:process';
import { failure, isFailure } from '#contract/failure';
import { errorCode, twoDisks } from './failures.ts';
import { makeFolder } from './files.ts';
import { type BurrowPaths, burrowPaths } from './paths.ts';
import type { System } from './system.ts';

/**
 * Creates Burrow's home and its missing folders, for their owner alone (0700). An existing folder keeps its mode.
 * Failures: home.unusable, disk.full.
 */
export async function prepareHome(system: System): Promise<BurrowPaths> {
  const paths = burrowPaths(system);
  await makeFolder(paths.root).catch((error: unknown) => {
    throw homeFailure(error, paths.root);
  });
  const root = await stat(paths.root);
  if (!isOurs(system, root.uid)) {
    throw failure('home.unusable', { path: paths.root, reason: 'not-yours' });
  }
  // Anyone who can write here can replace the program that runs as `go`.
  if (system.os !== 'windows' && (root.mode & 0o002) !== 0) {
    throw failure('home.unusable', { path: paths.root, reason: 'open-to-all' });
  }
  const { toolchains, shims, cache, backups, staging, locks, logs } = paths;
  try {
    for (const folder of [toolchains, shims, cache, backups, staging, locks, logs]) await makeFolder(folder);
    await access(paths.root, constants.W_OK);
    if ((await stat(staging)).dev !== (await stat(toolchains)).dev) throw twoDisks(toolchains);
  } catch (error) {
    throw homeFailure(error, paths.root);
  }
  return paths;
}

/** Whether Burrow's home exists and is this user's. Caches are only written there. */
export async function isOwnHome(system: System): Promise<boolean> {
  return stat(burrowPaths(system).root).then(
    ({ uid }) => isOurs(system, uid),
    () => false,
  );
}

/**
 * Refuses another user's home before anything in it is read or run: it could contain any program. A home of root's that
 * only root can write to may be used, though not changed: container images have those. A home that does not exist yet
 * is accepted. Failures: home.unusable.
 */
export async function refuseForeignHome(system: System): Promise<void> {
  const { root } = burrowPaths(system);
  const found = await stat(root).catch(() => null);
  if (!found || isOurs(system, found.uid)) return;
  const isRoots = found.uid === 0 && (found.mode & 0o022) === 0;
  if (!isRoots) throw failure('home.unusable', { path: root, reason: 'not-yours' });
}

/** Files written by another user, above all by root with sudo, would block the owner from then on. */
function isOurs({ os }: Pick<System, 'os'>, uid: number): boolean {
  return os === 'windows' || uid === (process.geteuid?.() ?? uid);
}

function homeFailure(error: unknown, path: string): unknown {
  if (isFailure(error)) return error;
  switch (errorCode(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return failure('home.unusable', { path, reason: 'not-a-folder' }, error);
    case 'EROFS':
      return failure('home.unusable', { path, reason: 'read-only' }, error);
    case 'EACCES':
    case 'EPERM':
      return failure('home.unusable', { path, reason: 'no-permission' }, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return failure('disk.full', { path }, error);
    // A place that cannot hold folders, such as /proc.
    case 'ENOENT':
      return failure('home.unusable', { path, reason: 'cannot-be-made' }, error);
    default:
      return error;
  }
}
