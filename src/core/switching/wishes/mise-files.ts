import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * mise's own files in a folder, in mise's order of precedence, highest first. Not read: `conf.d` folders, the files for
 * a `MISE_ENV`, and mise's settings, aliases and variables.
 */
export const miseFiles: readonly string[] = [
  '.mise.local.toml',
  'mise.local.toml',
  'mise/config.local.toml',
  '.mise/config.local.toml',
  '.config/mise.local.toml',
  '.config/mise/mise.local.toml',
  '.config/mise/config.local.toml',
  '.mise.toml',
  'mise.toml',
  'mise/config.toml',
  '.mise/config.toml',
  '.config/mise.toml',
  '.config/mise/mise.toml',
  '.config/mise/config.toml',
];

/**
 * The paths of mise's files in `folder`, highest precedence first. Those below `.config` in the home folder are left
 * out, because they are not pins but mise's global defaults, like Burrow's default file.
 */
export async function miseFilesIn(folder: string, home: string | undefined): Promise<string[]> {
  const isHome = home !== undefined && (await isSame(folder, home));
  return miseFiles
    .filter((name) => !isHome || !name.startsWith('.config/'))
    .map((name) => join(folder, name));
}

/** Whether two paths lead to the same folder, like `[ a -ef b ]`. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => null)));
  return Boolean(one && other && one.dev === other.dev && one.ino === other.ino);
}

const systemNames: Readonly<Record<string, string[]>> = {
  linux: ['linux', 'unix'],
  darwin: ['macos', 'darwin', 'unix'],
};
const archNames: Readonly<Record<string, string[]>> = {
  amd64: ['x64', 'amd64', 'x86_64'],
  arm64: ['arm64', 'aarch64'],
};

/** mise's names for a system, as used in its `os` key: `linux`, `unix`, `linux/x64`. */
export function miseOsNames({ os, arch }: { os: string; arch: string }): string[] {
  const archs = archNames[arch] ?? [arch];
  return (systemNames[os] ?? [os]).flatMap((system) => [system, ...archs.map((each) => `${system}/${each}`)]);
}
