import { join } from 'node:path';
import { quoted } from '#contract/shell-word';
import type { ShellName } from '#contract/shell';
import type { BurrowPaths, System } from '#core/system';
import { blockEnd, blockStart } from './burrow-block.ts';
import { envFilePaths } from './env-files.ts';
import { fishWord } from './fish-word.ts';

/**
 * The lines that read Burrow's part of the environment, with their markers. They hold on machines where Burrow is not:
 * profiles travel in repositories. The `if` is true to `set -e`, which ends a shell at a failed `[ … ] &&`. Latin-1, as
 * all texts of profiles. Pure.
 */
export function blockFor(
  shell: ShellName,
  { home }: Pick<System, 'home'>,
  paths: Pick<BurrowPaths, 'root'>,
): string {
  const files = envFilePaths(paths.root);
  const isUsual = paths.root === join(home, '.burrow');
  if (shell === 'fish') {
    const file = isUsual ? '"$HOME/.burrow/env.fish"' : fishWord(files.fish);
    return lines(`if test -r ${file}; source ${file}; end`);
  }
  const file = isUsual ? '"$HOME/.burrow/env.sh"' : quoted(files.sh);
  return lines(`if [ -r ${file} ]; then . ${file}; fi`);
}

function lines(command: string): string {
  const why = '# Puts the Go that Burrow selects first in PATH. `burrow shell undo` removes these lines.';
  return Buffer.from([blockStart, why, command, blockEnd, ''].join('\n')).toString('latin1');
}
