import { shellWord } from '#contract/shell-word';
import { fishWord } from './fish-word.ts';

/**
 * The lines of `env.sh` that make zsh and bash find the scripts which complete `burrow`. In scripts they do nothing. bash
 * reads its script at the first Tab; zsh gets the folder for compinit, or, where that has run, the function. As all of
 * `env.sh` they work under `set -eu`, in POSIX shells, and in a home without these scripts. Pure.
 */
export function completionsForSh(folder: string): string {
  return `case $- in
  *i*)
    _burrow_completions=${shellWord(folder)}
    if command -v compctl > /dev/null && [ -r "$_burrow_completions/_burrow" ]; then
      case :\${FPATH-}: in
        *":$_burrow_completions:"*) ;;
        *) FPATH=$_burrow_completions\${FPATH:+:$FPATH} ;;
      esac
      autoload -Uz _burrow
      if command -v compdef > /dev/null; then compdef _burrow burrow; else compctl -K _burrow + -f burrow; fi
    elif command -v complete > /dev/null && [ -r "$_burrow_completions/burrow.bash" ]; then
      _burrow() { . ${shellWord(`${folder}/burrow.bash`)} && _burrow "$@"; }
      complete -o default -o bashdefault -F _burrow burrow
    fi
    unset _burrow_completions
    ;;
esac
`;
}

/** The lines of `env.fish` that make fish find its script, which it reads when `burrow` is first completed. Pure. */
export function completionsForFish(folder: string): string {
  const word = fishWord(folder);
  return `if status is-interactive; and not contains ${word} $fish_complete_path
    set -g fish_complete_path ${word} $fish_complete_path
end
`;
}
