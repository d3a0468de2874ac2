import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

/**
 * The startup files of shells, whether or not they exist, and the folder of which fish reads every file.
 */
export function profileFiles({ os, env, home }: Pick<System, 'os' | 'env' | 'home'>): {
  files: string[];
  fishSnippets: string;
} {
  const zsh = env['ZDOTDIR'] || home;
  const fish = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'fish');
  return {
    files: [
      // ZDOTDIR may be set in ~/.zshenv.
      ...(zsh === home ? [] : [join(home, '.zshenv')]),
      ...['.zshenv', '.zprofile', '.zshrc', '.zlogin'].map((name) => join(zsh, name)),
      ...['.bash_profile', '.bash_login', '.profile', '.bashrc'].map((name) => join(home, name)),
      join(fish, 'config.fish'),
      // Written by go.dev's macOS package, for path_helper.
      ...(os === 'darwin' ? ['/etc/paths.d/go'] : []),
    ],
    fishSnippets: join(fish, 'conf.d'),
  };
}

/** The files in fish's conf.d, sorted. */
export async function snippetsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.fish'))
    .toSorted()
    .map((name) => join(folder, name));
}
