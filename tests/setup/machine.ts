import { existsSync } from 'node:fs';
import { onPath } from '#testing/on-path';
import type { Has } from './needs.ts';

/** Daemons live in sbin, which is often missing from PATH. */
const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The full path of a command, looked for in PATH and the system's sbin folders; null when it is not there. */
function findCommand(name: string): string | null {
  return onPath(name, sbin);
}

export const thisMachine: Has = {
  command: (name) => findCommand(name) !== null,
  file: existsSync,
};

/** Root on a Debian or Ubuntu, where packages can be installed without asking anybody. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && findCommand('apt-get') !== null && existsSync('/etc/debian_version');
}
