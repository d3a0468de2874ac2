import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { failure, isFailure } from '#contract/failure';
import { errorCode, twoDisks } from './failures.ts';
import { makeFolder } from './files.ts';
import { claimLinkedFolders } from './linked-folders.ts';
import { type BurrowPaths, burrowPaths } from './paths.ts';
import type { System } from './system.ts';
import { isUsers, refuseForeignHome } from './trust.ts';

/**
 * Creates Burrow's home and its missing folders, for their owner alone (0700). An existing folder keeps its mode.
 * Failures: home.unusable, disk.full.
 */
export async function prepareHome(system: System): Promise<BurrowPaths> {
  const paths = burrowPaths(system);
  await makeFolder(paths.root).catch((error: unknown) => {
    throw homeFailure(error, paths.root);
  });
  await refuseForeignHome(system);
  // Root's home is not changed by others, even if they could. Files of root's, with sudo, would block the owner.
  if (!(await isOwnHome(system))) throw failure('home.unusable', { path: paths.root, reason: 'not-yours' });
  const { toolchains, shims, cache, backups, staging, locks, logs } = paths;
  try {
    for (const folder of [toolchains, shims, cache, backups, staging, locks, logs]) await makeFolder(folder);
    await access(paths.root, constants.W_OK);
    if ((await stat(staging)).dev !== (await stat(toolchains)).dev) throw twoDisks(toolchains);
    await claimLinkedFolders(paths);
  } catch (error) {
    throw homeFailure(error, paths.root);
  }
  return paths;
}

/** Whether Burrow's home exists and is this user's. Caches are only written there. */
export async function isOwnHome(system: System): Promise<boolean> {
  return stat(burrowPaths(system).root).then(
    ({ uid }) => system.os === 'windows' || isUsers(uid),
    () => false,
  );
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
