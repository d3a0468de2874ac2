import type { Machine } from '#contract/machine';

/**
 * The line for the login shell's profile that puts Burrow's shims first in PATH. It uses `$HOME`, so that the line works
 * for other users too.
 */
export function pathLine({
  burrowHome,
  home,
  shells,
}: Pick<Machine, 'burrowHome' | 'home' | 'shells'>): string {
  const shims = `${burrowHome}/shims`;
  const inHome = shims.startsWith(`${home}/`) ? `$HOME${shims.slice(home.length)}` : shims;
  const isFish = shells.find((shell) => shell.login)?.name === 'fish';
  return isFish ? `fish_add_path --move --path "${inHome}"` : `export PATH="${inHome}:$PATH"`;
}
