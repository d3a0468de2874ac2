import { join } from 'node:path';
import { shellWord } from '#contract/shell-word';
import type { BurrowPaths } from '#core/system';
import { exportsForFish, exportsForSh, type ManagedVariables } from '../managed/index.ts';
import { completionsForFish, completionsForSh } from './completions.ts';
import { fishWord } from './fish-word.ts';

/** A file in Burrow's home that shells read. */
export interface EnvFile {
  path: string;
  content: string;
}

/**
 * `env.sh`, for sh, bash and zsh, and `env.fish`. They put the shims first in PATH, tell interactive shells how `burrow`
 * is completed, and then set the variables, so that one that is read-only in someone's shell leaves PATH right. Pure.
 */
export function envFiles(
  { root, shims, completions }: Pick<BurrowPaths, 'root' | 'shims' | 'completions'>,
  variables: ManagedVariables = new Map(),
): Record<'sh' | 'fish', EnvFile> {
  return {
    sh: {
      path: envFilePaths(root).sh,
      content: envSh(shims) + completionsForSh(completions) + exportsForSh(variables),
    },
    fish: {
      path: envFilePaths(root).fish,
      content: envFish(shims) + completionsForFish(completions) + exportsForFish(variables),
    },
  };
}

/** Where the two files are. Pure. */
export function envFilePaths(root: string): Record<'sh' | 'fish', string> {
  return { sh: join(root, 'env.sh'), fish: join(root, 'env.fish') };
}

/**
 * Moves the entry to the front where it is further back already: macOS' path_helper puts /etc/paths first in every
 * login shell. Starts no process, and works under `set -eu`, in POSIX shells and in zsh.
 */
function envSh(shims: string): string {
  return `# Burrow's part of the environment. Burrow writes this file again: changes are lost.
_burrow_shims=${shellWord(shims)}
_burrow_path=:\${PATH-}:
while :; do
  case $_burrow_path in
    *":$_burrow_shims:"*)
      _burrow_path=\${_burrow_path%%":$_burrow_shims:"*}:\${_burrow_path#*":$_burrow_shims:"}
      ;;
    *) break ;;
  esac
done
_burrow_path=\${_burrow_path#:}
_burrow_path=\${_burrow_path%:}
export PATH="$_burrow_shims\${_burrow_path:+:$_burrow_path}"
unset _burrow_shims _burrow_path
`;
}

function envFish(shims: string): string {
  return `# Burrow's part of the environment. Burrow writes this file again: changes are lost.
begin
    set -l shims ${fishWord(shims)}
    set -l others
    for folder in $PATH
        if test "$folder" != "$shims"
            set -a others $folder
        end
    end
    set -gx PATH $shims $others
end
`;
}
