#!/bin/sh
# Burrow's shim for @tool@. Burrow writes this file again whenever it must: edits are lost.
#
# It finds the Go that a folder gets, by the same rules as Burrow's resolver (src/core/switching/resolve.ts tells
# them; one table of cases holds both to them), and becomes that Go. It starts no other process, because one fork
# costs more than all of this: files are read with `read`, the rest is parameter expansion and `exec`.
# For dash, bash (3.2 too), zsh and busybox as sh. All its variables begin with _burrow_: an assignment to a
# variable that the user exported would change it for Go.

_burrow_tool=@tool@
_burrow_toolchains=@toolchains@
_burrow_default=@default@
_burrow_shims=@shims@
# What runs on this machine, best first.
_burrow_targets=@targets@
_burrow_bom=@bom@
# Blank, tab, carriage return: files come from Windows, too.
IFS=@blanks@

# Reads the version $1. Sets _burrow_name (the word that toolchains are named by), _burrow_suffix (`-custom`),
# _burrow_minor and _burrow_key (numbers that order minor versions and versions as Go does), _burrow_kind (0 none,
# 1 alpha, 2 beta, 3 rc, 4 patch) and _burrow_bare (not empty: no patch is named). Fails if it is no version.
_burrow_read_version() {
  _burrow_rest=${1#go}
  [ "$_burrow_rest" != "$1" ] || _burrow_rest=${1#v}
  _burrow_name=go$_burrow_rest _burrow_suffix='' _burrow_bare='' _burrow_last=0
  case $_burrow_rest in
    *-*)
      _burrow_suffix=-${_burrow_rest#*-}
      _burrow_rest=${_burrow_rest%%-*}
      case $_burrow_suffix in - | *[!A-Za-z0-9._+-]*) return 1 ;; esac
      ;;
  esac
  case $_burrow_rest in *.*) ;; *) return 1 ;; esac
  _burrow_major=${_burrow_rest%%.*}
  _burrow_rest=${_burrow_rest#*.}
  _burrow_minor=${_burrow_rest%%[!0-9]*}
  _burrow_rest=${_burrow_rest#"$_burrow_minor"}
  case $_burrow_rest in
    '')
      _burrow_kind=0
      [ -n "$_burrow_suffix" ] || _burrow_bare=1
      ;;
    alpha*) _burrow_kind=1 _burrow_last=${_burrow_rest#alpha} ;;
    beta*) _burrow_kind=2 _burrow_last=${_burrow_rest#beta} ;;
    rc*) _burrow_kind=3 _burrow_last=${_burrow_rest#rc} ;;
    .*) _burrow_kind=4 _burrow_last=${_burrow_rest#.} ;;
    *) return 1 ;;
  esac
  for _burrow_rest in "$_burrow_major" "$_burrow_minor" "$_burrow_last"; do
    case $_burrow_rest in '' | *[!0-9]* | 0?* | ?????*) return 1 ;; esac
  done
  # Up to 1.20 the first release of a minor version has no third number.
  if [ $_burrow_kind = 0 ] && [ "$_burrow_major" = 1 ] && [ "$_burrow_minor" -lt 21 ]; then _burrow_kind=4; fi
  _burrow_minor=$((_burrow_major * 10000 + _burrow_minor))
  _burrow_key=$(((_burrow_minor * 10 + _burrow_kind) * 10000 + _burrow_last))
}

# Makes the version that was just read the wish, of strength $1: `pin` (this one) or `minimum`.
_burrow_wish() {
  _burrow_strength=$1 _burrow_wish_name=$_burrow_name _burrow_wish_suffix=$_burrow_suffix
  _burrow_wish_minor=$_burrow_minor _burrow_wish_key=$_burrow_key _burrow_wish_bare=$_burrow_bare
}

# Whether the toolchain $1 is still the version $2: the owner of an adopted one, a link, may have put another there.
_burrow_still() {
  [ -L "$1" ] || return 0
  _burrow_says=''
  if [ -f "$1/VERSION" ] && [ -r "$1/VERSION" ]; then read -r _burrow_says _burrow_more <"$1/VERSION" || :; fi
  [ "$_burrow_says" = "$2" ]
}

# Finds the installed Go that meets the wish; sets _burrow_goroot.
_burrow_find() {
  if [ -z "$_burrow_wish_bare" ]; then
    for _burrow_target in $_burrow_targets; do
      _burrow_goroot=$_burrow_toolchains/$_burrow_wish_name.$_burrow_target
      [ -f "$_burrow_goroot/bin/go" ] && [ -f "$_burrow_goroot.json" ] &&
        _burrow_still "$_burrow_goroot" "$_burrow_wish_name" && return 0
    done
    # What somebody built has no other name.
    [ $_burrow_strength = pin ] && [ -n "$_burrow_wish_suffix" ] && return 1
  fi
  _burrow_goroot='' _burrow_best=0 _burrow_best_key=0
  for _burrow_target in $_burrow_targets; do
    for _burrow_file in "$_burrow_toolchains"/go*."$_burrow_target".json; do
      _burrow_file=${_burrow_file%.json}
      [ -f "$_burrow_file/bin/go" ] || continue
      _burrow_rest=${_burrow_file##*/}
      _burrow_rest=${_burrow_rest%".$_burrow_target"}
      _burrow_read_version "$_burrow_rest" || continue
      [ -z "$_burrow_suffix" ] || continue
      _burrow_still "$_burrow_file" "$_burrow_name" || continue
      _burrow_rank
      if [ $_burrow_rank -gt $_burrow_best ] ||
        { [ $_burrow_rank -gt 0 ] && [ $_burrow_rank = $_burrow_best ] && [ $_burrow_key -gt $_burrow_best_key ]; }; then
        _burrow_goroot=$_burrow_file _burrow_best=$_burrow_rank _burrow_best_key=$_burrow_key
      fi
    done
  done
  [ -n "$_burrow_goroot" ]
}

# How well the version that was just read meets the wish: 0 not at all. Of the same rank, the newest wins.
_burrow_rank() {
  _burrow_rank=0
  if [ $_burrow_strength = pin ]; then
    if [ -n "$_burrow_wish_bare" ]; then
      [ $_burrow_minor != $_burrow_wish_minor ] || _burrow_rank=1
    else
      [ $_burrow_key != $_burrow_wish_key ] || _burrow_rank=1
    fi
  elif [ $_burrow_key -ge $_burrow_wish_key ]; then
    if [ $_burrow_key = $_burrow_wish_key ] && [ -z "$_burrow_wish_bare" ]; then
      _burrow_rank=4
    elif [ $_burrow_kind = 1 ] || [ $_burrow_kind = 2 ] || [ $_burrow_kind = 3 ]; then
      _burrow_rank=1
    elif [ $_burrow_minor = $_burrow_wish_minor ]; then
      _burrow_rank=3
    else
      _burrow_rank=2
    fi
  fi
}

# Reads the version file $1 and makes what it says the wish, or ends here.
_burrow_read_pin() {
  _burrow_source=$1 _burrow_line=0 _burrow_text='' _burrow_more=''
  if [ -r "$1" ]; then
    while read -r _burrow_text _burrow_more || [ -n "$_burrow_text" ]; do
      _burrow_line=$((_burrow_line + 1))
      [ $_burrow_line != 1 ] || _burrow_text=${_burrow_text#"$_burrow_bom"}
      case $_burrow_text in '' | '#'*) _burrow_text='' _burrow_more='' ;; *) break ;; esac
    done <"$1"
  fi
  case $_burrow_text in *'#'*) _burrow_text=${_burrow_text%%'#'*} _burrow_more='' ;; esac
  case $_burrow_more in '' | '#'*) ;; *) _burrow_text="$_burrow_text $_burrow_more" ;; esac
  [ -n "$_burrow_text" ] || _burrow_line=1
  [ -n "$_burrow_text" ] || _burrow_fail blank
  _burrow_read_version "$_burrow_text" || _burrow_fail unreadable
  _burrow_wish pin
}

# Reads the go.mod $1. Fails if it wishes nothing that can be read: Go itself says what is wrong with the file.
_burrow_read_mod() {
  [ -r "$1" ] || return 1
  _burrow_line=0 _burrow_toolchain='' _burrow_toolchain_line='' _burrow_go='' _burrow_go_line=''
  while read -r _burrow_text _burrow_value _burrow_more || [ -n "$_burrow_text" ]; do
    _burrow_line=$((_burrow_line + 1))
    case $_burrow_text in
      go | toolchain)
        case $_burrow_value in *//*) _burrow_value=${_burrow_value%%//*} _burrow_more='' ;; esac
        case $_burrow_more in '' | //*) ;; *) _burrow_value='' ;; esac
        if [ $_burrow_text = go ]; then
          _burrow_go=$_burrow_value _burrow_go_line=$_burrow_line
        else
          _burrow_toolchain=$_burrow_value _burrow_toolchain_line=$_burrow_line
        fi
        [ -z "$_burrow_go_line" ] || [ -z "$_burrow_toolchain_line" ] || break
        ;;
      # The lines that Go writes stand above these, and reading all of a long file takes longer than starting Go.
      require* | *'(') [ -z "$_burrow_go_line" ] || break ;;
      *) case $_burrow_value in *'(') [ -z "$_burrow_go_line" ] || break ;; esac ;;
    esac
  done <"$1"
  _burrow_source=''
  case $_burrow_toolchain in
    go*)
      if _burrow_read_version "$_burrow_toolchain"; then
        _burrow_wish minimum
        _burrow_source=$1 _burrow_line=$_burrow_toolchain_line
      fi
      ;;
  esac
  case $_burrow_go in
    go* | v* | *-*) ;;
    *)
      if _burrow_read_version "$_burrow_go" &&
        { [ -z "$_burrow_source" ] || [ $_burrow_key -gt $_burrow_wish_key ]; }; then
        _burrow_wish minimum
        _burrow_source=$1 _burrow_line=$_burrow_go_line
      fi
      ;;
  esac
  [ -n "$_burrow_source" ]
}

# Becomes the first such program on PATH that is no shim of Burrow's.
_burrow_run_other() {
  # A shim of another version manager may lead back here; `exec` keeps the process, so its id tells.
  if [ "${_BURROW_SHIM_PID-}" != $$ ]; then
    export _BURROW_SHIM_PID=$$
    _burrow_path=$PATH:
    while [ -n "$_burrow_path" ]; do
      _burrow_file=${_burrow_path%%:*}/$_burrow_tool
      _burrow_path=${_burrow_path#*:}
      case $_burrow_file in "$_burrow_shims"/*) continue ;; /*) ;; *) continue ;; esac
      [ -f "$_burrow_file" ] && [ -x "$_burrow_file" ] || continue
      { read -r _burrow_text && read -r _burrow_text; } <"$_burrow_file" || _burrow_text=''
      case $_burrow_text in "# Burrow's "*) continue ;; esac
      exec "$_burrow_file" "$@"
    done
  fi
  _burrow_fail nothing-chosen
}

# Says why ($1) no Go runs. Control characters of a hostile project do not reach the terminal, nor do its novels.
_burrow_fail() {
  _burrow_wanted=${_burrow_wish_name#go} _burrow_because=$_burrow_source:$_burrow_line _burrow_folder=${PWD-}
  case $_burrow_text in *[[:cntrl:]]*) _burrow_text='?' ;; esac
  _burrow_rest=${_burrow_text#????????????????????????????????????????}
  [ "$_burrow_rest" = "$_burrow_text" ] || _burrow_text=${_burrow_text%"$_burrow_rest"}…
  case $1.${LC_ALL:-${LC_MESSAGES:-${LANG-}}} in
    blank.zh*) printf 'burrow: %s\n  %s\n' @blank.zh-CN@ ;;
    blank.*) printf 'burrow: %s\n  %s\n' @blank.en@ ;;
    unreadable.zh*) printf 'burrow: %s\n  %s\n' @unreadable.zh-CN@ ;;
    unreadable.*) printf 'burrow: %s\n  %s\n' @unreadable.en@ ;;
    not-installed.zh*) printf 'burrow: %s\n  %s\n' @not-installed.zh-CN@ ;;
    not-installed.*) printf 'burrow: %s\n  %s\n' @not-installed.en@ ;;
    *.zh*) printf 'burrow: %s\n  %s\n' @nothing-chosen.zh-CN@ ;;
    *) printf 'burrow: %s\n  %s\n' @nothing-chosen.en@ ;;
  esac >&2
  exit 127
}

_burrow_source='' _burrow_line='' _burrow_text='' _burrow_wish_name=''
_burrow_dir=${PWD-}
# Nothing is read for a folder that is gone.
case $_burrow_dir in /*) [ -d "$_burrow_dir" ] || _burrow_dir=gone ;; *) _burrow_dir=gone ;; esac
[ "$_burrow_dir" != / ] || _burrow_dir=''
until [ "$_burrow_dir" = gone ]; do
  if [ -f "$_burrow_dir/.go-version" ]; then
    _burrow_read_pin "$_burrow_dir/.go-version"
    # A pin is meant: Go must not switch away from it, nor download another. What the user says wins.
    [ -n "${GOTOOLCHAIN-}" ] || export GOTOOLCHAIN=local
    break
  fi
  if [ -f "$_burrow_dir/go.mod" ] && _burrow_read_mod "$_burrow_dir/go.mod"; then break; fi
  [ -n "$_burrow_dir" ] || break
  _burrow_dir=${_burrow_dir%/*}
done
if [ -z "$_burrow_source" ] && [ -f "$_burrow_default" ]; then _burrow_read_pin "$_burrow_default"; fi
[ -n "$_burrow_source" ] || _burrow_run_other "$@"
_burrow_find || _burrow_fail not-installed

unset GOROOT
exec "$_burrow_goroot/bin/$_burrow_tool" "$@"
