# shellcheck shell=sh disable=SC2317 # a part of go.sh and launcher.sh, which call it
# Whether `go env -w` has set GOROOT. That applies to every Go, and only the variable overrides it, so then the variable
# must be set to the GOROOT of this Go. Otherwise it is never set: a Go finds its own GOROOT.
_burrow_file_sets_goroot() {
  case ${GOENV-} in
    off) return 1 ;;
    '') _burrow_file=@go-env-file@ ;;
    *) _burrow_file=$GOENV ;;
  esac
  [ -f "$_burrow_file" ] && [ -r "$_burrow_file" ] || return 1
  while IFS='' read -r _burrow_text || [ -n "$_burrow_text" ]; do
    case $_burrow_text in GOROOT=?*) return 0 ;; esac
  done <"$_burrow_file"
  return 1
}
