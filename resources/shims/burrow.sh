#!/bin/sh
# Burrow's command line. Burrow writes this file again when it has moved: edits are lost.
_burrow_program=@program@
if [ -x "$_burrow_program" ]; then exec "$_burrow_program" "$@"; fi
case ${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in
  zh*) set -- @gone.zh-CN@ ;;
  *) set -- @gone.en@ ;;
esac
printf 'burrow: %s\n  %s\n' "$1" "$2" >&2
exit 127
