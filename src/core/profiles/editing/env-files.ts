import { join } from 'node:path';
import { shellWord } from '#contract/shell-word';
import type { BurrowPaths } from '#core/system';
import { exportsForFish, exportsForSh, fishQuoted, type ManagedVariables } from '../managed/index.ts';

/** A file in Burrow's home that shells read. */
export interface EnvFile {
  path: string;
  content: string;
}

/**
 * `env.sh`, for sh, bash and zsh, and `env.fish`. They put the shims first in PATH, and then set the variables, so that
 * one that is read-only in someone's shell leaves PATH right. Pure.
 */
export function envFiles(
  { root, shims }: Pick<BurrowPaths, 'root' | 'shims'>,
  variables: ManagedVariables = new Map(),
): Record<'sh' | 'fish', EnvFile> {
  return {
    sh: { path: join(root, 'env.sh'), content: envSh(shims) + exportsForSh(variables) },
    fish: { path: join(root, 'env.fish'), content: envFish(shims) + exportsForFish(variables) },
  };
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

/** Quotes text as one word for fish, if it needs quotes. */
export function fishWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : fishQuoted(text);
}
