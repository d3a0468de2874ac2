import { basename, join } from 'node:path';
import { loginShell, profileMark, readTextIfThere, type System } from '#core/system';

/**
 * The profile of the login shell that has Burrow's lines, so that a new terminal gets its shims; null: none has. A quick
 * look at the usual places, without starting a shell; `burrow shell status` looks everywhere.
 */
export async function readyProfile(system: System): Promise<string | null> {
  const shell = basename((await loginShell(system)) ?? '');
  for (const file of profilesOf(shell, system)) {
    // One that cannot be read tells nothing.
    const text = await readTextIfThere(file).catch(() => null);
    if (text?.includes(profileMark)) return file;
  }
  return null;
}

function profilesOf(shell: string, { env, home }: Pick<System, 'env' | 'home'>): string[] {
  if (shell === 'zsh') return ['.zshrc', '.zprofile'].map((name) => join(env['ZDOTDIR'] || home, name));
  if (shell === 'fish') {
    return [join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'fish/conf.d/burrow.fish')];
  }
  const login = ['.bash_profile', '.bash_login', '.profile'];
  return (shell === 'bash' ? ['.bashrc', ...login] : ['.profile']).map((name) => join(home, name));
}
