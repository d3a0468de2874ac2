import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { System } from '#core/system';
import type { Syntax } from './reading/index.ts';

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

/** What a startup file is written in, by its name. Pure. */
export function syntaxOf(path: string): Syntax {
  const name = basename(path);
  if (name.endsWith('.fish')) return 'fish';
  return /^\.?z(?:shenv|profile|shrc|login|logout)$|\.zsh$/.test(name) ? 'zsh' : 'sh';
}
