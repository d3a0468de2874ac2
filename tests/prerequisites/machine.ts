import { existsSync } from 'node:fs';
import { onPath } from '#testing/on-path';
import type { Has } from './needs.ts';

/** Daemons live in sbin, which is often missing from PATH. */
const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of a command in PATH or the system's sbin folders, or null. */
function findCommand(name: string): string | null {
  return onPath(name, sbin);
}

export const thisMachine: Has = {
  command: (name) => findCommand(name) !== null,
  file: existsSync,
};

/** Reports whether this is root on Debian or Ubuntu, where packages can be installed without a password. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findCommand('apt-get') !== null && existsSync('/etc/debian_version');
}
