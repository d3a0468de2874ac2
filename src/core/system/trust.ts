import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { failure } from '#contract/failure';
import { burrowPaths } from './paths.ts';
import { isPrivateGroup } from './private-group.ts';
import type { System } from './system.ts';

/**
 * Refuses a home that another user can change, before anything in it is read or run: it could contain any program. That
 * is one of another user's, or one that others may write to. A home of root's that only root can write to may be used,
 * though not changed: container images have those. The same holds for the folders in it from which programs come. A home
 * that does not exist yet is accepted. Failures: home.unusable.
 */
export async function refuseForeignHome(system: System): Promise<void> {
  const { root, toolchains, shims, shimFunctions, completions, staging, cache } = burrowPaths(system);
  for (const path of [root, toolchains, shims, shimFunctions, completions, staging, cache]) {
    await refuseForeignFolder(system, path);
  }
}

/** The same for one folder in it. */
export async function refuseForeignFolder({ os }: Pick<System, 'os'>, path: string): Promise<void> {
  if (os === 'windows') return;
  const found = await stat(path).catch(() => null);
  const reason = found?.isDirectory() ? await whyUntrusted(found) : null;
  if (reason !== null) throw failure('home.unusable', { path, reason });
}

async function whyUntrusted({
  uid,
  gid,
  mode,
}: Pick<Stats, 'uid' | 'gid' | 'mode'>): Promise<'not-yours' | 'open-to-all' | 'open-to-group' | null> {
  if (!isUsers(uid)) return uid === 0 && (mode & 0o022) === 0 ? null : 'not-yours';
  if ((mode & 0o002) !== 0) return 'open-to-all';
  return (mode & 0o020) === 0 || (await isPrivateGroup(uid, gid)) ? null : 'open-to-group';
}

/** Whether a file with this owner is this user's. Root, with sudo, counts as itself. */
export function isUsers(uid: number): boolean {
  return uid === (process.geteuid?.() ?? uid);
}
