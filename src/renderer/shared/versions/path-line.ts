import type { Machine } from '#contract/machine';

/**
 * The line that puts Burrow's shims first in PATH, for the profile of the machine's login shell. The home folder
 * is written as the shell's variable, so that the line can be shared.
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
