import { findOnPath, type System } from '#core/system';

/** What the packages of a program are called, by the command that installs them. */
const packages = {
  git: { 'apt-get': 'git', dnf: 'git', zypper: 'git', apk: 'git', pacman: 'git', brew: 'git' },
  'pkg-config': {
    'apt-get': 'pkg-config',
    dnf: 'pkgconf-pkg-config',
    zypper: 'pkg-config',
    apk: 'pkgconf',
    pacman: 'pkgconf',
    brew: 'pkgconf',
  },
  'C compiler': {
    'apt-get': 'build-essential',
    dnf: 'gcc',
    zypper: 'gcc',
    apk: 'build-base',
    pacman: 'base-devel',
    brew: null,
  },
};

type Manager = keyof (typeof packages)['git'];

/** The command that each package manager installs with, before the name of the package. */
const commands: Record<Manager, string> = {
  'apt-get': 'sudo apt-get install',
  dnf: 'sudo dnf install',
  zypper: 'sudo zypper install',
  apk: 'sudo apk add',
  pacman: 'sudo pacman -S',
  brew: 'brew install',
};
const managers = Object.keys(commands) as Manager[];

/** The package manager of this machine: the first of those known that is on PATH; null: none of them. */
export async function packageManager(system: System): Promise<Manager | null> {
  for (const name of system.os === 'darwin' ? (['brew'] as const) : managers) {
    if (await findOnPath(system, name)) return name;
  }
  return null;
}

/** The command that installs a program here; null where it is not known. */
export async function installCommand(system: System, program: keyof typeof packages): Promise<string | null> {
  // Apple's compiler is no package of Homebrew.
  if (system.os === 'darwin' && program === 'C compiler') return 'xcode-select --install';
  const manager = await packageManager(system);
  const name = manager && packages[program][manager];
  return manager && name ? `${commands[manager]} ${name}` : null;
}
