/** Something that tests need from the machine, and what is skipped without it. */
export interface Need {
  name: string;
  /** Debian and Ubuntu packages that have it; empty if no package does. */
  packages: readonly string[];
  /** The need is met if all of these commands exist (in PATH or in the system's sbin folders), ... */
  commands: readonly string[];
  /** ... and, if any are named, one of these files. */
  files?: readonly string[];
  /** What is skipped without it, for the person who runs the tests. */
  without: string;
}

/**
 * What the tests need besides Node. The browser is not in this list (see browser.ts) because Playwright can install it
 * where no package does.
 */
export const needs: readonly Need[] = [
  { name: 'git', packages: ['git'], commands: ['git'], without: 'tests of commits and dirty folders' },
  { name: 'zsh', packages: ['zsh'], commands: ['zsh'], without: 'tests with a real zsh' },
  { name: 'fish', packages: ['fish'], commands: ['fish'], without: 'tests with a real fish' },
  { name: 'bash', packages: ['bash'], commands: ['bash'], without: 'tests of builds from source' },
  {
    name: 'man',
    packages: ['man-db', 'mandoc'],
    commands: ['man', 'mandoc'],
    without: 'tests of the manual page',
  },
  {
    name: 'bash-completion',
    packages: ['bash-completion'],
    commands: [],
    files: ['/usr/share/bash-completion/bash_completion'],
    without: 'completions beside those of bash-completion',
  },
  {
    name: 'shellcheck',
    packages: ['shellcheck'],
    commands: ['shellcheck'],
    without: 'the check of the shell scripts',
  },
  { name: 'dash', packages: ['dash'], commands: ['dash'], without: 'tests of the shim under dash' },
  {
    name: 'busybox',
    packages: ['busybox-static'],
    commands: ['busybox'],
    without: 'tests of the shim under busybox',
  },
  {
    name: 'Docker engine',
    packages: ['docker.io', 'iptables'],
    commands: ['dockerd', 'iptables'],
    without: 'tests with a real container engine',
  },
  { name: 'Podman', packages: ['podman'], commands: ['podman'], without: 'tests with a real Podman' },
  {
    name: 'readelf',
    packages: ['binutils'],
    commands: ['readelf'],
    without: 'comparisons of what programs need with readelf',
  },
  { name: 'curl', packages: ['curl'], commands: ['curl'], without: 'comparisons with curl and tar' },
  { name: 'unzip', packages: ['unzip'], commands: ['unzip'], without: 'comparisons with unzip' },
  { name: 'xz', packages: ['xz-utils'], commands: ['xz'], without: 'archives packed with xz' },
  {
    name: 'strace',
    packages: ['strace'],
    commands: ['strace'],
    without: 'the proof that the shim forks nothing',
  },
  {
    name: 'Chinese font',
    packages: ['fonts-noto-cjk'],
    commands: [],
    files: [
      '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
      '/System/Library/Fonts/PingFang.ttc',
      '/System/Library/Fonts/STHeiti Light.ttc',
    ],
    without: 'readable Chinese on screenshots',
  },
  {
    name: 'Latin font',
    packages: ['fonts-inter'],
    commands: [],
    files: ['/usr/share/fonts/opentype/inter/Inter-Regular.otf', '/System/Library/Fonts/SFNS.ttf'],
    without: 'screenshots in the font that people see',
  },
  { name: 'Go', packages: [], commands: ['go'], without: 'tests that run Go' },
];

/** The needs that `has` does not meet. */
export function unmet(all: readonly Need[], has: Has): Need[] {
  return all.filter(
    (need) =>
      !need.commands.every((command) => has.command(command)) ||
      (need.files !== undefined && !need.files.some((file) => has.file(file))),
  );
}

/** Tells what a machine has. */
export interface Has {
  command(name: string): boolean;
  file(path: string): boolean;
}
