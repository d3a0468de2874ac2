import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#core/system';

/** The files that shells read at their start, not all of them there, and the folder of which fish reads every file. */
export function profileFiles({ os, env, home }: Pick<System, 'os' | 'env' | 'home'>): {
  files: string[];
  fishSnippets: string;
} {
  const zsh = env['ZDOTDIR'] || home;
  const fish = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'fish');
  return {
    files: [
      // The first one is where ZDOTDIR is set.
      ...(zsh === home ? [] : [join(home, '.zshenv')]),
      ...['.zshenv', '.zprofile', '.zshrc', '.zlogin'].map((name) => join(zsh, name)),
      ...['.bash_profile', '.bash_login', '.profile', '.bashrc'].map((name) => join(home, name)),
      join(fish, 'config.fish'),
      // What go.dev's package for the Mac leaves for path_helper.
      ...(os === 'darwin' ? ['/etc/paths.d/go'] : []),
    ],
    fishSnippets: join(fish, 'conf.d'),
  };
}

/** fish reads every file of its conf.d. */
export async function snippetsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.fish'))
    .toSorted()
    .map((name) => join(folder, name));
}
