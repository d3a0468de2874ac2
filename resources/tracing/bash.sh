# bash reads no file before the startup files to which a trace could be added, and root's bash takes no PS4 from the
# environment. So it starts without them, and reads them here as it would itself (bash(1), INVOCATION). A DEBUG trap
# runs before every command, functions and sourced files included, and tells which variables the one before changed. It
# also outlives `set +x`, another PS4 and `exec 2>/dev/null`. `NOTE` stands for a random word.
if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then exit 97; fi
exec {NOTE_fd}>&1 >/dev/null 2>&1
NOTE_seen=() NOTE_src=() NOTE_lines=() NOTE_calls=() NOTE_raw= NOTE_text= NOTE_ended= NOTE_can=
NOTE_tell() {
  builtin printf '%s\0' NOTE "$@" >&$NOTE_fd
}
NOTE_change() {
  builtin printf '%s\0' NOTE "$1" "$2" "$3" "$4" "$NOTE_raw" "$NOTE_text" >&$NOTE_fd
  local NOTE_k
  for ((NOTE_k = 0; NOTE_k < ${#NOTE_src[@]}; NOTE_k++)); do
    builtin printf '%s\0' "${NOTE_src[NOTE_k]}" "${NOTE_lines[NOTE_k]}" "${NOTE_calls[NOTE_k]}" >&$NOTE_fd
  done
}
NOTE_final() {
  local NOTE_n
  for NOTE_n in "${NOTE_names[@]}"; do
    if [[ ${!NOTE_n@a} == *x* ]]; then NOTE_tell final "$NOTE_n" "${!NOTE_n}"; fi
  done
}
NOTE_end() {
  trap - DEBUG
  local -
  set +eux
  if [[ -z $NOTE_ended ]]; then NOTE_ended=1; NOTE_final; NOTE_tell end; fi
}
NOTE_step() {
  local - NOTE_n NOTE_v NOTE_i=0 IFS=' '
  set +euxf
  for NOTE_n in "${NOTE_names[@]}"; do
    NOTE_v=${!NOTE_n-}
    if [[ $NOTE_v != "${NOTE_seen[NOTE_i]}" ]]; then
      NOTE_seen[NOTE_i]=$NOTE_v
      NOTE_change changed "$NOTE_n" "$NOTE_v" $((${#BASH_SOURCE[@]} - 1))
    elif [[ $NOTE_n != PATH && $NOTE_text == *$NOTE_n* ]]; then
      NOTE_change named "$NOTE_n" "$NOTE_v" $((${#BASH_SOURCE[@]} - 1))
    fi
    ((++NOTE_i))
  done
  if [[ -z $2 ]]; then NOTE_raw= NOTE_text=; return 0; fi
  NOTE_src=("${BASH_SOURCE[@]:1}") NOTE_lines=("$1" "${BASH_LINENO[@]:1}") NOTE_calls=("${FUNCNAME[@]:1}")
  NOTE_raw=$2 NOTE_text=$3
  case $2 in
    'exec '[!0-9\<\>\&{]*) NOTE_end; exit ;;
    'eval '*) NOTE_change evaluating '' '' $((${#BASH_SOURCE[@]} - 1)) ;;
  esac
  return 0
}
NOTE_names=(NAMES)
for NOTE_n in "${NOTE_names[@]}"; do
  NOTE_seen+=("${!NOTE_n-}")
  NOTE_tell first "$NOTE_n" "${!NOTE_n-}"
done
NOTE_values=VALUES
trap NOTE_end EXIT
set -T
# LINENO counts on within the trap. Most commands can set none of the variables, and cost little. Variables in the text
# are replaced only where that runs nothing and changes nothing.
trap 'NOTE_line=$LINENO
if ((BASH_SUBSHELL == 0)); then
  case $BASH_COMMAND in
    MENTIONS) NOTE_can=1 ;;
    *) NOTE_can= ;;
  esac
  if [[ -n $NOTE_can || -n $NOTE_raw || VALUES != "$NOTE_values" ]]; then
    NOTE_values=VALUES
    case $NOTE_can:$-:$BASH_COMMAND in
      :*) NOTE_step "" "" "" ;;
      1:*u*:*|*[\\\`]*|*\$[\(\[]*|*\$\{*[!A-Za-z0-9_\{\}\$\ ]*) NOTE_step "$NOTE_line" "$BASH_COMMAND" "$BASH_COMMAND" ;;
      *) NOTE_step "$NOTE_line" "$BASH_COMMAND" "${BASH_COMMAND@P}" ;;
    esac
  fi
fi' DEBUG
if [[ SHELL_NAME == sh ]]; then
  # Profiles ask for it to tell bash from other shells.
  unset BASH_VERSION
  if shopt -q login_shell; then
    if [[ -r /etc/profile ]]; then . /etc/profile; fi
    if [[ -r ~/.profile ]]; then . ~/.profile; fi
  fi
  if [[ $- == *i* && -r ${ENV-} ]]; then . "$ENV"; fi
elif shopt -q login_shell; then
  if [[ -r /etc/profile ]]; then . /etc/profile; fi
  if [[ -r ~/.bash_profile ]]; then . ~/.bash_profile
  elif [[ -r ~/.bash_login ]]; then . ~/.bash_login
  elif [[ -r ~/.profile ]]; then . ~/.profile
  fi
elif [[ $- == *i* ]]; then
  if [[ -r /etc/bash.bashrc ]]; then . /etc/bash.bashrc; fi
  if [[ -r ~/.bashrc ]]; then . ~/.bashrc; fi
fi
exit
