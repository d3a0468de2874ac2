import { join } from 'node:path';
import type { ProfileWhen, ShellName } from '#contract/shell';

/** A file that a shell reads at its start, and that Burrow's block belongs in. */
export interface StartupFile {
  path: string;
  shells: ShellName[];
  when: ProfileWhen[];
}

/** Where the shells look. */
export interface StartupFolders {
  home: string;
  /** zsh's `$ZDOTDIR`, or the home folder. */
  zsh: string;
  /** fish's, in `$XDG_CONFIG_HOME`. */
  fish: string;
}

/**
 * The files for a shell, from its manual: zsh(1) STARTUP/SHUTDOWN FILES, bash(1) INVOCATION, fish(1) CONFIGURATION.
 * Two for each: a shell in a terminal need not be a login shell, and what a desktop starts is not interactive.
 * `exists`: whether there is such a file. Pure.
 */
export function startupFiles(
  shell: ShellName,
  { home, zsh, fish }: StartupFolders,
  exists: (path: string) => boolean,
): StartupFile[] {
  const file = (path: string, when: ProfileWhen): StartupFile => ({ path, shells: [shell], when: [when] });
  switch (shell) {
    case 'zsh':
      return [file(join(zsh, '.zprofile'), 'login'), file(join(zsh, '.zshrc'), 'interactive')];
    case 'bash': {
      // bash reads the first of these alone, so a new .bash_profile would hide an old .profile.
      const names = ['.bash_profile', '.bash_login', '.profile'].map((name) => join(home, name));
      const login = names.find(exists) ?? join(home, '.profile');
      return [file(login, 'login'), file(join(home, '.bashrc'), 'interactive')];
    }
    case 'sh':
      return [file(join(home, '.profile'), 'login')];
    default: {
      // fish reads config.fish after conf.d, so what people put first in PATH there comes before what conf.d did.
      const config = join(fish, 'config.fish');
      const last = exists(config) ? [file(config, 'always')] : [];
      return [file(join(fish, 'conf.d', 'burrow.fish'), 'always'), ...last];
    }
  }
}

/** The same files, each once, with all shells that read it. `target`: the file that a path leads to. Pure. */
export function mergeFiles(files: readonly StartupFile[], target: (path: string) => string): StartupFile[] {
  const merged = new Map<string, StartupFile>();
  for (const file of files) {
    const before = merged.get(target(file.path));
    merged.set(target(file.path), {
      path: before?.path ?? file.path,
      shells: [...new Set([...(before?.shells ?? []), ...file.shells])],
      when: [...new Set([...(before?.when ?? []), ...file.when])],
    });
  }
  return [...merged.values()];
}
