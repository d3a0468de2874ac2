import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Has } from './needs.ts';

/** Daemons live in sbin, which is often missing from PATH. */
const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of a command in PATH or the system's sbin folders, or null. */
function findCommand(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...sbin];
  for (const folder of folders) {
    const path = join(folder, name);
    if (folder !== '' && isExecutable(path)) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const thisMachine: Has = {
  command: (name) => findCommand(name) !== null,
  file: existsSync,
};

/** Reports whether this is root on Debian or Ubuntu, where packages can be installed without a password. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findCommand('apt-get') !== null && existsSync('/etc/debian_version');
}
