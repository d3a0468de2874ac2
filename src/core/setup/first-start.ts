import { readdir } from 'node:fs/promises';
import { burrowPaths, isFile, type System } from '#core/system';
import { changeRecord, readRecord } from './record.ts';

/**
 * Whether the app begins with the set-up: there is no toolchain and no default, and the user has not left the set-up
 * before. Failures: file.no-permission.
 */
export async function isFirstStart(system: System): Promise<boolean> {
  const { toolchains, defaultFile } = burrowPaths(system);
  if ((await readRecord(system)).left) return false;
  const installed = await readdir(toolchains).catch(() => []);
  return installed.length === 0 && !(await isFile(defaultFile));
}

/** The app does not begin with the set-up again. Failures: home.unusable, disk.full, file.no-permission. */
export async function leaveSetup(system: System): Promise<void> {
  await changeRecord(system, (now) => ({ ...now, left: true }));
}
