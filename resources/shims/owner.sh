# shellcheck shell=sh disable=SC2157,SC3067 # a part of go.sh and launcher.sh, filled when they are made; `-O` is in all of these shells
# Another user could have put any program into this home, so it runs for its owner alone. What root installed runs for all.
if [ -z @everyones@ ] && [ ! -O @home@ ]; then
  case ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in
    zh*) set -- @not-yours.zh-CN@ ;;
    *) set -- @not-yours.en@ ;;
  esac
  printf 'burrow: %s\n  %s\n' "$1" "$2" >&2
  exit 127
fi
