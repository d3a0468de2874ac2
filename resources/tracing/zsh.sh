# zsh starts without its startup files (`-f`), and reads them here in the order of zsh(1), STARTUP/SHUTDOWN FILES: so a
# DEBUG trap is there before the first. It runs before every command, functions and sourced files included, tells which
# variables the one before changed, and outlives `set +x`, another PS4 and `exec 2>/dev/null`. `NOTE` stands for a
# random word.
exec {NOTE_fd}>&1 >/dev/null 2>&1
zmodload zsh/parameter || exit 97
typeset -g NOTE_raw= NOTE_done= NOTE_ended= NOTE_n= NOTE_can= NOTE_values= NOTE_newline=$'\n'
typeset -ga NOTE_names NOTE_seen NOTE_frames
NOTE_names=(NAMES)
emulate zsh -c '
NOTE_tell() {
  builtin printf "%s\0" NOTE "$@" >&$NOTE_fd
}
NOTE_final() {
  local NOTE_n
  for NOTE_n in $NOTE_names; do
    if [[ $parameters[$NOTE_n] == *export* ]]; then NOTE_tell final $NOTE_n "${(P)NOTE_n}"; fi
  done
}
NOTE_end() {
  if [[ -z $NOTE_ended ]]; then NOTE_ended=1; NOTE_final; NOTE_tell end; fi
}
NOTE_step() {
  local NOTE_v NOTE_n
  local -i NOTE_i=0 NOTE_depth=$(($#funcstack - 1))
  for NOTE_n in $NOTE_names; do
    ((++NOTE_i))
    NOTE_v=${(P)NOTE_n}
    if [[ $NOTE_v != "$NOTE_seen[NOTE_i]" ]]; then
      NOTE_seen[NOTE_i]=$NOTE_v
      NOTE_tell changed $NOTE_n "$NOTE_v" $NOTE_depth "$NOTE_raw" "$NOTE_done" "$NOTE_frames[@]"
    elif [[ $NOTE_n != PATH && $NOTE_done == *$NOTE_n* ]]; then
      NOTE_tell named $NOTE_n "$NOTE_v" $NOTE_depth "$NOTE_raw" "$NOTE_done" "$NOTE_frames[@]"
    fi
  done
  NOTE_raw= NOTE_done=
  if [[ -z $NOTE_can ]]; then return 0; fi
  # Where the command stands; then for each function, file and eval that runs: its name, where it is defined, and where
  # it was called.
  NOTE_frames=("$funcfiletrace[1]")
  for ((NOTE_i = 2; NOTE_i <= $#funcstack; NOTE_i++)); do
    NOTE_frames+=("$funcstack[NOTE_i]" "$funcsourcetrace[NOTE_i]" "$funcfiletrace[NOTE_i]")
  done
  NOTE_raw=$ZSH_DEBUG_CMD
  # Variables in the text are replaced only where that runs nothing and changes nothing.
  case $NOTE_raw in
    (*[\\\`]*|*\$[\(\[]*|*\$\{*[^A-Za-z0-9_\{\}\$\ ]*|*$NOTE_newline*) NOTE_done=$NOTE_raw ;;
    (*) NOTE_done=${(e)NOTE_raw} ;;
  esac
  case $NOTE_raw in
    ("exec "[^0-9\<\>\&{]*) NOTE_end; exit ;;
    (*"exec "*) NOTE_final; NOTE_tell leaving ;;
  esac
  return 0
}
'
for NOTE_n in $NOTE_names; do
  NOTE_seen+=("${(P)NOTE_n}")
  NOTE_tell first $NOTE_n "${(P)NOTE_n}"
done
trap NOTE_end EXIT
NOTE_values=VALUES
setopt rcs globalrcs
NOTE_etc=/etc
if [[ -d /etc/zsh && ! -e /etc/zshrc ]]; then NOTE_etc=/etc/zsh; fi
# Most commands can set none of the variables, and cost little.
trap 'if ((ZSH_SUBSHELL == 0)); then
  case $ZSH_DEBUG_CMD in
    (MENTIONS) NOTE_can=1 ;;
    (*) NOTE_can= ;;
  esac
  if [[ -n $NOTE_can || -n $NOTE_raw || VALUES != "$NOTE_values" ]]; then
    NOTE_values=VALUES
    NOTE_step "$@"
  fi
fi' DEBUG
if [[ -r $NOTE_etc/zshenv ]]; then source $NOTE_etc/zshenv; fi
if [[ -o rcs && -r ${ZDOTDIR:-$HOME}/.zshenv ]]; then source ${ZDOTDIR:-$HOME}/.zshenv; fi
if [[ -o login ]]; then
  if [[ -o rcs && -o globalrcs && -r $NOTE_etc/zprofile ]]; then source $NOTE_etc/zprofile; fi
  if [[ -o rcs && -r ${ZDOTDIR:-$HOME}/.zprofile ]]; then source ${ZDOTDIR:-$HOME}/.zprofile; fi
fi
if [[ -o interactive ]]; then
  if [[ -o rcs && -o globalrcs && -r $NOTE_etc/zshrc ]]; then source $NOTE_etc/zshrc; fi
  if [[ -o rcs && -r ${ZDOTDIR:-$HOME}/.zshrc ]]; then source ${ZDOTDIR:-$HOME}/.zshrc; fi
fi
if [[ -o login ]]; then
  if [[ -o rcs && -o globalrcs && -r $NOTE_etc/zlogin ]]; then source $NOTE_etc/zlogin; fi
  if [[ -o rcs && -r ${ZDOTDIR:-$HOME}/.zlogin ]]; then source ${ZDOTDIR:-$HOME}/.zlogin; fi
fi
exit
