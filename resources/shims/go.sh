#!/bin/sh
# Burrow's shim for @tool@. Burrow writes this file again whenever it must: edits are lost.
#
# It finds the Go for the working folder and replaces itself with it. The rules are those of Burrow's resolver
# (src/core/switching/resolving/resolve.ts); one table of cases tests both. It starts no other process, because one fork
# takes longer than everything here: it reads files with `read`, and uses only parameter expansion and `exec`.
# It runs in dash, bash (also 3.2), zsh and busybox as sh. All variables begin with _burrow_, because assigning to a
# variable that the user exported would change it for Go.

_burrow_tool=@tool@
_burrow_toolchains=@toolchains@
_burrow_default=@default@
_burrow_shims=@shims@
# Burrow itself, if missing pinned versions are to be installed; otherwise empty.
_burrow_program=@program@
# The targets that run on this machine, best first.
_burrow_targets=@targets@
# Parsing takes most of the time, so functions that few runs need, between `#: rarely NAME` and `#: always`, are
# installed as separate files in this folder. A file is read when one of its functions is called.
_burrow_functions=@functions@
@owner@
# All shells treat bytes in the same way. In another locale, some of them count and compare characters instead.
_burrow_lc_all=${LC_ALL+=$LC_ALL}
LC_ALL=C
_burrow_return=@return@
# The maximum number of bytes in a line, and in a file up to the line that decides.
_burrow_max_line=@max-line@
_burrow_max_file=@max-file@
# Space and tab.
_burrow_blanks=@blanks@
IFS=$_burrow_blanks
# Words come from a project, so they must not be expanded as patterns of file names.
set -f
# zsh counts characters in any locale, and its `read` keeps NUL bytes, which other shells drop.
if [ -n "${ZSH_VERSION-}" ] && command -v emulate >/dev/null 2>&1; then
  unsetopt multibyte
  emulate zsh -c "_burrow_nul=\$'\\0'"
  eval 'read() {
    builtin read "$@"
    _burrow_status=$?
    shift
    for _burrow_variable; do eval "$_burrow_variable=\${$_burrow_variable//\$_burrow_nul/}"; done
    # In zsh, an assignment before the call of a function outlives the call.
    IFS=$_burrow_blanks
    return $_burrow_status
  }'
fi

# Reads the version $1. Sets _burrow_name (the word that toolchains are named by), _burrow_suffix (`-custom`),
# _burrow_minor and _burrow_key (numbers that order minor versions and versions as Go does), _burrow_kind (0 none,
# 1 alpha, 2 beta, 3 rc, 4 patch) and _burrow_bare (not empty: no patch is named). Fails if it is not a version.
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
  # Go's names for versions that old: go1.20 for 1.20.0, and go1 for 1.0.
  case $_burrow_kind.$_burrow_last in
    [04].0)
      if [ "$_burrow_minor" -lt 21 ]; then
        _burrow_name=go$_burrow_major
        [ "$_burrow_minor" = 0 ] || _burrow_name=$_burrow_name.$_burrow_minor
        _burrow_name=$_burrow_name$_burrow_suffix
      fi
      ;;
  esac
  # Up to Go 1.20, the first release of a minor version has no third number.
  if [ $_burrow_kind = 0 ] && [ "$_burrow_major" = 1 ] && [ "$_burrow_minor" -lt 21 ]; then _burrow_kind=4; fi
  _burrow_minor=$((_burrow_major * 10000 + _burrow_minor))
  _burrow_key=$(((_burrow_minor * 10 + _burrow_kind) * 10000 + _burrow_last))
}

# Makes the version that was just read the wish, of strength $1: `pin` (this version), `at-least` (the newest that is
# not older) or `minimum` (as in go.mod); `latest` and `system` have no version.
_burrow_wish() {
  _burrow_strength=$1 _burrow_wish_name=$_burrow_name _burrow_wish_suffix=$_burrow_suffix
  _burrow_wish_minor=$_burrow_minor _burrow_wish_key=$_burrow_key _burrow_wish_bare=$_burrow_bare
  _burrow_wish_release=''
}

# Whether the toolchain $1 is still version $2. An adopted one is a link, and its owner may have replaced the target.
_burrow_still() {
  [ -L "$1" ] || return 0
  _burrow_says=''
  if [ -f "$1/VERSION" ] && [ -r "$1/VERSION" ]; then read -r _burrow_says _burrow_more <"$1/VERSION" || :; fi
  [ "${_burrow_says%"$_burrow_return"}" = "$2" ]
}

# Finds the installed Go that satisfies the wish; sets _burrow_goroot, or for `system` _burrow_other.
_burrow_find() {
  if [ $_burrow_strength = system ]; then
    _burrow_find_other
    return
  fi
  if [ -z "$_burrow_wish_bare" ] || [ -n "$_burrow_wish_release" ]; then
    _burrow_best_key=$_burrow_wish_key
    for _burrow_target in $_burrow_targets; do
      _burrow_goroot=$_burrow_toolchains/$_burrow_wish_name.$_burrow_target
      [ -f "$_burrow_goroot/bin/go" ] && [ -f "$_burrow_goroot.json" ] &&
        _burrow_still "$_burrow_goroot" "$_burrow_wish_name" && return 0
    done
    _burrow_goroot=''
    # A custom build is found by its full name.
    [ $_burrow_strength = pin ] && [ -n "$_burrow_wish_suffix" ] && return 1
  fi
  _burrow_find_best
}

#: rarely newest
# Finds the installed Go that meets the wish best; sets _burrow_goroot, and its key _burrow_best_key.
_burrow_find_best() {
  _burrow_goroot='' _burrow_best=0 _burrow_best_key=0
  set +f
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
  set -f
  [ -n "$_burrow_goroot" ]
}

# How well the version that was just read satisfies the wish; 0: not at all. Within a rank, the newest wins.
_burrow_rank() {
  _burrow_rank=0
  if [ $_burrow_strength = pin ]; then
    if [ -n "$_burrow_wish_bare" ]; then
      [ $_burrow_minor != $_burrow_wish_minor ] || _burrow_rank=1
    else
      [ $_burrow_key != $_burrow_wish_key ] || _burrow_rank=1
    fi
  elif [ $_burrow_strength = latest ] ||
    { [ $_burrow_strength = at-least ] && [ $_burrow_key -ge $_burrow_wish_key ]; }; then
    case $_burrow_kind in 1 | 2 | 3) _burrow_rank=1 ;; *) _burrow_rank=2 ;; esac
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

#: always
# Makes what the version files of the folder $1 pin the wish. Fails if they pin no Go.
_burrow_read_pins() {
  if [ -e "$1/.go-version" ]; then
    _burrow_read_pin "$1/.go-version"
    return 0
  fi
  if [ -e "$1/.tool-versions" ] && _burrow_read_tools "$1/.tool-versions"; then return 0; fi
  if [ -e "$1/mise.toml" ] || [ -e "$1/.mise.toml" ] || [ -e "$1/mise.local.toml" ] || [ -e "$1/.mise.local.toml" ] ||
    [ -d "$1/mise" ] || [ -d "$1/.mise" ] || { [ -d "$1/.config" ] && _burrow_configures_mise "$1"; }; then
    _burrow_read_mise "$1"
    return
  fi
  return 1
}

# Whether the folder $1 has mise's files below .config. Those in the home folder are not pins but mise's global
# defaults, like Burrow's default file.
# shellcheck disable=SC3013 # `-ef` is POSIX since 2024, and in all of these shells.
_burrow_configures_mise() {
  [ -d "$1/.config/mise" ] || [ -e "$1/.config/mise.toml" ] || [ -e "$1/.config/mise.local.toml" ] || return 1
  [ ! "$1/" -ef "${HOME-}" ]
}

# Reads the next line of a file into _burrow_text. Fails at the end of the file. If the line is too long, or too far
# down in the file, it fails with _burrow_cut set: shells need quadratic time for long lines.
_burrow_read_line() {
  IFS='' read -r _burrow_text || [ -n "$_burrow_text" ] || return 1
  _burrow_line=$((_burrow_line + 1))
  # Below zero also after a long line. A digit stands before a text that begins with `-`.
  _burrow_left=$((_burrow_left - ${#_burrow_text} - 1 - (${#_burrow_text} > _burrow_max_line) * _burrow_max_file))
  case $_burrow_left$_burrow_text in
    -*)
      _burrow_cut=1 _burrow_text=''
      return 1
      ;;
    *"$_burrow_return"*) _burrow_replace_returns ;;
  esac
}

# Replaces carriage returns, as in files written on Windows, with blanks.
_burrow_replace_returns() {
  IFS=$_burrow_return
  # shellcheck disable=SC2086 # to be split
  set -- $_burrow_text
  IFS=$_burrow_blanks
  _burrow_text="$*"
}

# Sets _burrow_word to the first word of $1, and _burrow_more to the other words, separated by single blanks.
_burrow_split() {
  # shellcheck disable=SC2086 # to be split
  set -- $1
  _burrow_word=${1-}
  [ $# = 0 ] || shift
  _burrow_more="$*"
}

#: rarely pins
# Reads the word $1 of a pin and makes it the wish. If it does not name a version, sets _burrow_why and fails. With $2,
# `1.20` means the release of that name if it is installed.
_burrow_read_word() {
  _burrow_why=form
  case $1 in
    latest | stable | 1 | go1 | v1 | 1.[xX*] | go1.[xX*] | v1.[xX*] | prefix:1 | latest:1 | prefix:latest)
      _burrow_wish latest
      _burrow_wish_name=latest _burrow_wish_bare=1
      ;;
    system) _burrow_wish system ;;
    '>='*)
      _burrow_read_version "${1#>=}" && [ -z "$_burrow_suffix" ] || return 1
      _burrow_wish at-least
      _burrow_wish_bare=1
      ;;
    *.[xX*]) _burrow_read_version "${1%.?}" && [ -n "$_burrow_bare" ] && _burrow_wish pin ;;
    prefix:* | latest:*) _burrow_read_version "${1#*:}" && _burrow_is_no_image && _burrow_wish pin ;;
    *)
      _burrow_read_version "$1" && _burrow_is_no_image || return 1
      _burrow_wish pin
      case $1 in v*) ;; *) _burrow_wish_release=${2-} ;; esac
      ;;
  esac
}

# Whether the version that was just read is not the tag of a container image (its suffix is not a system).
_burrow_is_no_image() {
  case $_burrow_suffix in
    @image-tags@)
      _burrow_why=image _burrow_plain=${_burrow_name#go}
      _burrow_plain=${_burrow_plain%%-*}
      return 1
      ;;
  esac
}

# Makes the version file $1 the source. Reports an error and exits if it is not a file or may not be read.
_burrow_open() {
  _burrow_source=$1 _burrow_line=0 _burrow_left=$_burrow_max_file _burrow_cut='' _burrow_text=''
  [ -f "$1" ] || { [ -d "$1" ] && _burrow_fail folder; } || _burrow_fail special
  [ -r "$1" ] || _burrow_fail denied
}

# Removes a byte order mark from the first line. Exits with an error if the file is UTF-16.
_burrow_skip_mark() {
  _burrow_text=${_burrow_text#"${_burrow_text%%[!$IFS]*}"}
  case $_burrow_text in '@xFF@@xFE@'* | '@xFE@@xFF@'*) _burrow_fail utf-16 ;; esac
  _burrow_text=${_burrow_text#'@xEF@@xBB@@xBF@'}
}

# Reads the version file $1 and makes its version the wish, or exits with an error.
_burrow_read_pin() {
  _burrow_open "$1"
  _burrow_word=''
  while _burrow_read_line; do
    [ -n "$_burrow_text" ] || continue
    [ $_burrow_line != 1 ] || _burrow_skip_mark
    _burrow_split "${_burrow_text%%'#'*}"
    case $_burrow_word in '' | //*) _burrow_word='' ;; *) break ;; esac
  done <"$1"
  if [ -z "$_burrow_word" ]; then
    [ -z "$_burrow_cut" ] || _burrow_fail long
    _burrow_line=1
    _burrow_fail empty
  fi
  _burrow_text=$_burrow_word
  if [ -n "$_burrow_more" ]; then
    # The name of the tool may come first, as in a .tool-versions.
    case $_burrow_word in go | golang) _burrow_text=$_burrow_more ;; *) _burrow_text="$_burrow_word $_burrow_more" ;; esac
  fi
  _burrow_read_word "$_burrow_text" || _burrow_fail $_burrow_why
}

#: always
#: rarely tool-versions
# Makes the first of $_burrow_words that is installed the wish, otherwise the first that can be read; if there is none,
# exits with an error. `system` counts last, as for asdf and mise. $1 and $2 are put around a word when it is shown.
_burrow_choose() {
  _burrow_list='' _burrow_last='' _burrow_readable='' _burrow_text='' _burrow_first=''
  for _burrow_word in $_burrow_words; do
    if [ "$_burrow_word" = system ]; then _burrow_last=system; else _burrow_list="$_burrow_list $_burrow_word"; fi
  done
  for _burrow_word in $_burrow_list $_burrow_last; do
    if _burrow_read_word "$_burrow_word" release; then
      _burrow_find && return
      [ -n "$_burrow_readable" ] || _burrow_readable=$_burrow_word
    elif [ -z "$_burrow_text" ]; then
      _burrow_text=$1$_burrow_word$2 _burrow_first=$_burrow_word
    fi
  done
  # Read again: the words after it may have had other faults.
  _burrow_read_word "${_burrow_readable:-$_burrow_first}" release || _burrow_fail $_burrow_why
}

# Whether the tool $1 of asdf or mise is Go. mise may add a backend (`core:`, …) before the name, and options (`[…]`)
# after it.
_burrow_names_go() {
  case ${1%%\[*} in
    go | golang | core:go | core:golang | asdf:go | asdf:golang | vfox:go | vfox:golang | aqua:golang/go) ;;
    asdf:*/asdf-golang | asdf:*/asdf-golang.git | vfox:*/vfox-golang | vfox:*/vfox-golang.git) ;;
    *) return 1 ;;
  esac
}

# Reads the .tool-versions $1 and makes its version of Go the wish. Fails if it has no line for Go. asdf uses the first
# line for `golang`. mise knows Go by more names and uses the last line, which counts here if there is none for asdf.
_burrow_read_tools() {
  _burrow_open "$1"
  _burrow_tool_name=''
  while _burrow_read_line; do
    [ $_burrow_line != 1 ] || _burrow_skip_mark
    case $_burrow_text in *go*) ;; *) continue ;; esac
    _burrow_split "${_burrow_text%%'#'*}"
    _burrow_names_go "${_burrow_word%:}" || continue
    _burrow_tool_name=$_burrow_word _burrow_tool_line=$_burrow_line _burrow_words=$_burrow_more
    [ "$_burrow_word" != golang ] || break
  done <"$1"
  [ -z "$_burrow_cut" ] || _burrow_fail long
  if [ -z "$_burrow_tool_name" ]; then
    _burrow_source=''
    return 1
  fi
  _burrow_line=$_burrow_tool_line _burrow_text=$_burrow_tool_name
  [ -n "$_burrow_words" ] || _burrow_fail form
  _burrow_choose "$_burrow_tool_name " ''
}

#: always
#: rarely mise
# Makes what mise's files in the folder $1 pin the wish, in their order of precedence. Fails if they do not pin a Go.
_burrow_read_mise() {
  _burrow_folder=$1
  # shellcheck disable=SC2043 # The list is filled in when this is installed.
  for _burrow_file in @mise-files@; do
    [ -e "$_burrow_folder/$_burrow_file" ] || continue
    case $_burrow_file in .config/*) _burrow_configures_mise "$_burrow_folder" || continue ;; esac
    if _burrow_read_mise_toml "$_burrow_folder/$_burrow_file"; then return 0; fi
  done
  return 1
}

@mise-toml@
#: always
# Reads the go.mod or go.work $1. Fails if nothing in it can be read, because Go itself reports what is wrong with it.
_burrow_read_mod() {
  _burrow_line=0 _burrow_left=$_burrow_max_file _burrow_toolchain='' _burrow_toolchain_line='' _burrow_go='' _burrow_go_line='' _burrow_mod=$1
  [ -r "$1" ] || return 1
  while _burrow_read_line; do
    case $_burrow_text in *go* | *toolchain* | *require* | *'('*) ;; *) continue ;; esac
    _burrow_split "$_burrow_text"
    case $_burrow_word in
      go | toolchain)
        _burrow_more=${_burrow_more%%//*}
        _burrow_more=${_burrow_more% }
        if [ $_burrow_word = go ]; then
          _burrow_go=$_burrow_more _burrow_go_line=$_burrow_line
        else
          _burrow_toolchain=$_burrow_more _burrow_toolchain_line=$_burrow_line
        fi
        [ -z "$_burrow_go_line" ] || [ -z "$_burrow_toolchain_line" ] || break
        ;;
      # Go writes its lines above these, and reading all of a long file takes longer than starting Go.
      require* | *'(') [ -z "$_burrow_go_line" ] || break ;;
      *) case ${_burrow_more%% *} in *'(') [ -z "$_burrow_go_line" ] || break ;; esac ;;
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

# Makes the parent of _burrow_dir the next folder. Fails at the root.
# shellcheck disable=SC3013
_burrow_go_up() {
  case $_burrow_chdir:$_burrow_dir in
    :?*) _burrow_dir=${_burrow_dir%/*} ;;
    :) return 1 ;;
    *)
      [ ! "$_burrow_dir" -ef / ] || return 1
      _burrow_dir=$_burrow_dir/..
      ;;
  esac
}

#: rarely pin-above
# Whether the pin that was read, in the folder _burrow_dir, is new enough for the go.mod or go.work $1 in a folder
# below. If not, the minimum of that file becomes the wish.
_burrow_pin_is_enough() {
  # The version of `system` is not known here; Go's own switching handles the minimum.
  [ $_burrow_strength != system ] || return 0
  [ -n "$_burrow_goroot" ] || _burrow_find || :
  if [ -z "$_burrow_wish_bare" ]; then
    _burrow_pin_key=$_burrow_wish_key
  elif [ -n "$_burrow_goroot" ]; then
    _burrow_pin_key=$_burrow_best_key
  elif [ $_burrow_strength != pin ]; then
    return 0
  else
    # It counts as its newest patch.
    _burrow_pin_key=$(((_burrow_wish_minor * 10 + 9) * 10000))
  fi
  set -- "$1" "$_burrow_dir" "$_burrow_source"
  if _burrow_read_mod "$1" && [ $_burrow_pin_key -lt $_burrow_wish_key ] && ! _burrow_is_replaced; then
    _burrow_goroot=''
    return 1
  fi
  _burrow_source=$3 _burrow_strength=pin
  # The pin is not installed: read it again for the error.
  [ -n "$_burrow_goroot" ] || _burrow_read_pins "$2"
}

# Whether Go reads a go.work in the folder _burrow_dir or above it instead of the go.mod below.
_burrow_is_replaced() {
  [ $_burrow_work = nearest ] || return 1
  until [ -f "$_burrow_dir/go.work" ]; do _burrow_go_up || return 1; done
}

#: always
#: rarely others
# Looks for Go's -C flag where Go does (handleChdirFlag in cmd/go/main.go): before the command or directly after it.
_burrow_find_chdir() {
  case $1 in
    -* | help) ;;
    mod | work) case ${2-} in -*) shift ;; *) shift 2 ;; esac ;;
    *) shift ;;
  esac
  case ${1-} in
    -C | --C) [ $# = 1 ] || _burrow_enter "$2" ;;
    -C=* | --C=*) _burrow_enter "${1#*=}" ;;
  esac
}

# Makes the folder $1 of a -C flag the one whose Go is found. As for Go, its parents are those of its real path, where
# `..` leads. If Go cannot change to it, Go itself reports that.
# shellcheck disable=SC3013
_burrow_enter() {
  case $1 in '') return ;; /*) _burrow_rest=$1 ;; *) _burrow_rest=./$1 ;; esac
  if [ -d "$_burrow_rest" ] && [ -x "$_burrow_rest" ] && [ ! "$_burrow_rest" -ef "${PWD-}" ]; then
    _burrow_dir=$_burrow_rest _burrow_chdir=$_burrow_rest
  fi
}

# Finds the first such program on PATH that is not one of Burrow's; sets _burrow_other. It may be a shim of another
# version manager that looks for the next Go on PATH (as asdf, goenv and mise do for `system`) and so runs this again.
# Then it is left out. Two exported variables show that: the ids of the processes that ran this before, and the
# programs that the last of them tried.
_burrow_find_other() {
  _burrow_other='' _burrow_tried=: _burrow_scripts=''
  case ${_BURROW_SHIM_PID-} in
    # It came back by `exec`, which keeps the process id. Or this ran ten times below itself, which no real Go does.
    "$$ "* | *' '*' '*' '*' '*' '*' '*' '*' '*' '*' '*) _burrow_tried=${_BURROW_SHIM_TRIED-:} ;;
    # It started this as its child. `go generate` does so too, but a Go is not a script.
    "$PPID "*) _burrow_tried=${_BURROW_SHIM_TRIED-:} _burrow_scripts=1 ;;
  esac
  _burrow_path=$PATH:
  while [ -n "$_burrow_path" ]; do
    _burrow_file=${_burrow_path%%:*}/$_burrow_tool
    _burrow_path=${_burrow_path#*:}
    case $_burrow_file in "$_burrow_shims"/*) continue ;; /*) ;; *) continue ;; esac
    [ -f "$_burrow_file" ] && [ -x "$_burrow_file" ] || continue
    _burrow_text=''
    [ -r "$_burrow_file" ] && { read -r _burrow_text && read -r _burrow_rest; } <"$_burrow_file" || _burrow_rest=''
    case $_burrow_rest in "# Burrow's "*) continue ;; esac
    case $_burrow_tried in
      *":$_burrow_file:"*)
        [ -n "$_burrow_scripts" ] || continue
        case $_burrow_text in '#!'*) continue ;; esac
        ;;
    esac
    _burrow_other=$_burrow_file
    return 0
  done
  return 1
}

# Replaces this process with the program that _burrow_find_other found.
_burrow_become_other() {
  export _BURROW_SHIM_PID="$$ ${_BURROW_SHIM_PID-}" _BURROW_SHIM_TRIED="$_burrow_tried$_burrow_other:"
  # It may be a link or a shim, so only Go itself knows its GOROOT. This forks, but is rarely needed.
  if [ $_burrow_tool = go ] && _burrow_file_sets_goroot; then
    GOROOT=$(GOENV=off GOTOOLCHAIN=local "$_burrow_other" env GOROOT)
    export GOROOT
  fi
  _burrow_restore_locale
  exec "$_burrow_other" "$@"
}

# Lets Burrow install the missing pinned version, if the user wants that. Forks, which costs little compared to an
# install. Exits if Burrow reported why it could not (127) or was stopped; fails if Burrow could not be started.
_burrow_provide() {
  case $_burrow_strength in pin | at-least | latest) ;; *) return 1 ;; esac
  [ -f "$_burrow_program" ] && [ -x "$_burrow_program" ] || return 1
  trap 'exit 127' INT
  _burrow_restore_locale
  BURROW_HOME=${_burrow_shims%/*} "$_burrow_program" provide ${_burrow_chdir:+"$_burrow_chdir"} </dev/null >&2
  _burrow_rest=$?
  trap - INT
  LC_ALL=C
  [ $_burrow_rest != 127 ] || exit 127
  return $_burrow_rest
}

# If nothing installed satisfies go.mod, Go's own switching has to: a Go of 1.21 or newer looks for one, as GOTOOLCHAIN
# says. Finds the newest installed Go, otherwise the Go on PATH.
_burrow_leave_to_go() {
  [ $_burrow_strength = minimum ] || return 1
  _burrow_strength=latest
  _burrow_wish_bare=1
  # 1.21, as a key.
  if _burrow_find && [ $_burrow_best_key -ge 1002100000 ]; then return 0; fi
  _burrow_goroot=''
  _burrow_find_other
}

# Makes _burrow_source a real path; with -C it contains `..`. Nothing runs after this, so the folder may change.
_burrow_name_really() {
  case $_burrow_source in
    '') cd -P "$_burrow_chdir" 2>/dev/null || : ;;
    "$_burrow_chdir"/*) if cd -P "${_burrow_source%/*}" 2>/dev/null; then _burrow_source=${PWD%/}/${_burrow_source##*/}; fi ;;
  esac
}

# Whether the wanted version was adopted and is gone: its link is still there, but its target is not that version.
_burrow_was_adopted() {
  set +f
  for _burrow_target in $_burrow_targets; do
    for _burrow_file in "$_burrow_toolchains/$_burrow_wish_name".*"$_burrow_target"; do
      [ ! -L "$_burrow_file" ] || [ ! -f "$_burrow_file.json" ] || return 0
    done
  done
  return 1
}

# Sets _burrow_shown to the name or text $1 as it may be shown: valid UTF-8, in which U+FFFD replaces control characters
# (src/contract/control-characters.ts lists them) and invalid bytes, as when Burrow itself decodes them.
_burrow_show() {
  _burrow_left=$1 _burrow_shown=''
  while [ -n "$_burrow_left" ]; do
    # Taking single characters from a long string takes quadratic time, so only those beyond ASCII are.
    _burrow_rest=${_burrow_left%%[!\ -~]*}
    _burrow_shown=$_burrow_shown$_burrow_rest _burrow_left=${_burrow_left#"$_burrow_rest"}
    _burrow_rest=${_burrow_left%%[\ -~]*}
    _burrow_left=${_burrow_left#"$_burrow_rest"}
    _burrow_show_characters 0
  done
}

# Sets _burrow_shown to the first 40 characters of the text $1, as they may be shown.
_burrow_show_text() {
  _burrow_rest=$1 _burrow_shown='' _burrow_more=''
  _burrow_bytes='????????????????????????????????????????'
  # 40 characters have at most 160 bytes.
  _burrow_bytes=$_burrow_bytes$_burrow_bytes$_burrow_bytes$_burrow_bytes
  case $_burrow_rest in
    $_burrow_bytes?*)
      _burrow_more=1
      _burrow_tail=${_burrow_rest#$_burrow_bytes}
      _burrow_rest=${_burrow_rest%"$_burrow_tail"}
      ;;
  esac
  _burrow_show_characters 40
  [ -z "$_burrow_rest$_burrow_more" ] || _burrow_shown=$_burrow_shown…
}

# Moves the characters of _burrow_rest to _burrow_shown as they may be shown; at most $1, where that is not 0.
_burrow_show_characters() {
  _burrow_count=$1
  while [ -n "$_burrow_rest" ]; do
    _burrow_character='' _burrow_bytes='?'
    case $_burrow_rest in
      [\ -~]*) _burrow_character=1 ;;
      @xC2@[@x80@-@x9F@]* | @xD8@@x9C@*) _burrow_bytes='??' ;;
      @xE2@@x80@[@x8E@@x8F@@xA8@-@xAE@]* | @xE2@@x81@[@xA6@-@xA9@]*) _burrow_bytes='???' ;;
      [@xC2@-@xDF@][@x80@-@xBF@]*) _burrow_character=1 _burrow_bytes='??' ;;
      @xE0@[@xA0@-@xBF@][@x80@-@xBF@]* | @xED@[@x80@-@x9F@][@x80@-@xBF@]* | \
        [@xE1@-@xEC@@xEE@@xEF@][@x80@-@xBF@][@x80@-@xBF@]*) _burrow_character=1 _burrow_bytes='???' ;;
      @xF0@[@x90@-@xBF@][@x80@-@xBF@][@x80@-@xBF@]* | @xF4@[@x80@-@x8F@][@x80@-@xBF@][@x80@-@xBF@]* | \
        [@xF1@-@xF3@][@x80@-@xBF@][@x80@-@xBF@][@x80@-@xBF@]*) _burrow_character=1 _burrow_bytes='????' ;;
      # The beginning of a character is replaced as a whole.
      @xF0@[@x90@-@xBF@][@x80@-@xBF@]* | @xF4@[@x80@-@x8F@][@x80@-@xBF@]* | [@xF1@-@xF3@][@x80@-@xBF@][@x80@-@xBF@]*)
        _burrow_bytes='???'
        ;;
      @xE0@[@xA0@-@xBF@]* | @xED@[@x80@-@x9F@]* | [@xE1@-@xEC@@xEE@@xEF@][@x80@-@xBF@]* | @xF0@[@x90@-@xBF@]* | \
        @xF4@[@x80@-@x8F@]* | [@xF1@-@xF3@][@x80@-@xBF@]*) _burrow_bytes='??' ;;
    esac
    _burrow_tail=${_burrow_rest#$_burrow_bytes}
    if [ -n "$_burrow_character" ]; then
      _burrow_shown=$_burrow_shown${_burrow_rest%"$_burrow_tail"}
    else
      _burrow_shown=$_burrow_shown@xEF@@xBF@@xBD@
    fi
    _burrow_rest=$_burrow_tail _burrow_count=$((_burrow_count - 1))
    [ $_burrow_count != 0 ] || return 0
  done
}

# If nothing is chosen: makes the unreadable line of the go.mod or go.work that Go reads the source, and sets
# _burrow_why. Fails if there is none.
_burrow_find_broken() {
  [ -n "$_burrow_mod" ] || return 1
  _burrow_source=$_burrow_mod _burrow_line=1 _burrow_why=form
  if [ ! -r "$_burrow_mod" ]; then
    _burrow_why=denied
  elif [ -n "$_burrow_toolchain_line" ] && [ "$_burrow_toolchain" != default ]; then
    _burrow_line=$_burrow_toolchain_line _burrow_text="toolchain $_burrow_toolchain"
  elif [ -n "$_burrow_go_line" ]; then
    _burrow_line=$_burrow_go_line _burrow_text="go $_burrow_go"
  else
    _burrow_source='' _burrow_line=''
    return 1
  fi
}

# Prints why ($1) no Go runs.
_burrow_fail() {
  if [ "$1" = nothing-chosen ]; then
    _burrow_text='' _burrow_line=''
    if _burrow_find_broken; then set -- $_burrow_why; fi
  fi
  [ -z "$_burrow_chdir" ] || _burrow_name_really
  _burrow_split "$_burrow_text"
  _burrow_show_text "$_burrow_word${_burrow_more:+ $_burrow_more}"
  _burrow_text=$_burrow_shown _burrow_wanted=${_burrow_wish_name#go}
  _burrow_file=$_burrow_source
  _burrow_show "$_burrow_source"
  _burrow_source=$_burrow_shown _burrow_because=$_burrow_shown${_burrow_line:+:$_burrow_line}
  _burrow_show "${PWD-}"
  _burrow_folder=$_burrow_shown
  # Another user owns the folder, so it is not known what is installed.
  if [ "$1" = not-installed ] && [ -d "$_burrow_toolchains" ] &&
    { [ ! -r "$_burrow_toolchains" ] || [ ! -x "$_burrow_toolchains" ]; }; then
    set -- not-permitted
  fi
  if [ "$1" = not-installed ] && _burrow_was_adopted; then set -- adopted-gone; fi
  _burrow_show "$_burrow_toolchains"
  _burrow_toolchains=$_burrow_shown
  _burrow_rest=$1 _burrow_locale=${_burrow_lc_all#=}
  _burrow_locale=${_burrow_locale:-${LC_MESSAGES:-${LANG-}}}
  case $1.$_burrow_locale in
    empty.zh*) set -- @empty.zh-CN@ ;;
    empty.*) set -- @empty.en@ ;;
    form.zh*) set -- @form.zh-CN@ ;;
    form.*) set -- @form.en@ ;;
    image.zh*) set -- @image.zh-CN@ ;;
    image.*) set -- @image.en@ ;;
    utf-16.zh*) set -- @utf-16.zh-CN@ ;;
    utf-16.*) set -- @utf-16.en@ ;;
    denied.zh*) set -- @denied.zh-CN@ ;;
    denied.*) set -- @denied.en@ ;;
    folder.zh*) set -- @folder.zh-CN@ ;;
    folder.*) set -- @folder.en@ ;;
    long.zh*) set -- @long.zh-CN@ ;;
    long.*) set -- @long.en@ ;;
    special.zh*) set -- @special.zh-CN@ ;;
    special.*) set -- @special.en@ ;;
    variable.zh*) set -- @variable.zh-CN@ ;;
    variable.*) set -- @variable.en@ ;;
    no-system.zh*) set -- @no-system.zh-CN@ ;;
    no-system.*) set -- @no-system.en@ ;;
    not-permitted.zh*) set -- @not-permitted.zh-CN@ ;;
    not-permitted.*) set -- @not-permitted.en@ ;;
    adopted-gone.zh*) set -- @adopted-gone.zh-CN@ ;;
    adopted-gone.*) set -- @adopted-gone.en@ ;;
    not-installed.zh*) set -- @not-installed.zh-CN@ ;;
    not-installed.*) set -- @not-installed.en@ ;;
    *.zh*) set -- @nothing-chosen.zh-CN@ ;;
    *) set -- @nothing-chosen.en@ ;;
  esac
  case $_burrow_rest in
    empty | form)
      # The hint depends on the kind of file.
      case $_burrow_locale:$_burrow_file in
        zh*:*.toml) set -- "$1" @mise.zh-CN@ ;;
        *:*.toml) set -- "$1" @mise.en@ ;;
        zh*:"$_burrow_default") set -- "$1" @default-file.zh-CN@ ;;
        *:"$_burrow_default") set -- "$1" @default-file.en@ ;;
      esac
      ;;
  esac
  printf 'burrow: %s\n  %s\n' "$1" "$2" >&2
  exit 127
}
#: always

@goroot@

# Restores the user's locale, for Go.
_burrow_restore_locale() {
  [ -z "$_burrow_lc_all" ] || { LC_ALL=${_burrow_lc_all#=}; } 2>/dev/null
}

_burrow_source='' _burrow_line='' _burrow_text='' _burrow_wish_name='' _burrow_goroot='' _burrow_other=''
_burrow_strength=none _burrow_pinned='' _burrow_minimum='' _burrow_mod='' _burrow_chdir=''
# The go.work that counts: the nearest, the one that GOWORK names, or none.
case ${GOWORK-} in
  '' | auto) _burrow_work=nearest ;;
  /*) if [ -f "$GOWORK" ]; then _burrow_work=named; else _burrow_work=off; fi ;;
  *) _burrow_work=off ;;
esac
_burrow_dir=${PWD-}
# If the folder is gone, nothing is read.
case $_burrow_dir in /*) [ -d "$_burrow_dir" ] || _burrow_dir=gone ;; *) _burrow_dir=gone ;; esac
[ "$_burrow_dir" != / ] || _burrow_dir=''
case $_burrow_tool.${1-}${2-}${3-} in go.*-C*) _burrow_find_chdir "$@" ;; esac
if [ -n "${BURROW_GO-}" ]; then
  _burrow_source=BURROW_GO _burrow_text=$BURROW_GO _burrow_pinned=1 _burrow_dir=gone
  _burrow_read_word "$BURROW_GO" || _burrow_fail variable
fi
# Goes up to the nearest pin, and notes the go.work or go.mod that Go reads on the way.
while [ "$_burrow_dir" != gone ]; do
  if _burrow_read_pins "$_burrow_dir"; then
    _burrow_pinned=1
    break
  fi
  if [ -f "$_burrow_dir/go.work" ] && [ $_burrow_work = nearest ]; then
    _burrow_minimum=$_burrow_dir/go.work _burrow_work=found
  elif [ -f "$_burrow_dir/go.mod" ] && [ -z "$_burrow_minimum" ] && [ $_burrow_work != named ]; then
    _burrow_minimum=$_burrow_dir/go.mod
  fi
  _burrow_go_up || break
done
if [ -n "$_burrow_minimum" ]; then
  if [ -z "$_burrow_pinned" ]; then
    _burrow_read_mod "$_burrow_minimum" || :
  else
    _burrow_pin_is_enough "$_burrow_minimum" || _burrow_pinned=''
  fi
fi
if [ -z "$_burrow_source" ] && [ $_burrow_work = named ]; then _burrow_read_mod "$GOWORK" || :; fi
if [ -z "$_burrow_source" ] && [ -e "$_burrow_default" ]; then _burrow_read_pin "$_burrow_default"; fi
if [ -z "$_burrow_source" ]; then
  _burrow_find_other || _burrow_fail nothing-chosen
elif [ $_burrow_strength = system ]; then
  [ -n "$_burrow_other" ] || _burrow_find_other || _burrow_fail no-system
elif [ -z "$_burrow_goroot" ]; then
  _burrow_find || { _burrow_provide && _burrow_find; } || _burrow_leave_to_go || _burrow_fail not-installed
fi
# Go's own switching looks on PATH for Burrow's launchers, also if an editor or cron runs this by its path.
case :${PATH-}: in *":$_burrow_shims:"*) ;; *) export PATH="${PATH:+$PATH:}$_burrow_shims" ;; esac
unset GOROOT
[ -z "$_burrow_other" ] || _burrow_become_other "$@"

# Go must not switch away from a pin or download another version, unless the user sets GOTOOLCHAIN.
[ -z "$_burrow_pinned" ] || [ -n "${GOTOOLCHAIN-}" ] || export GOTOOLCHAIN=local
if _burrow_file_sets_goroot; then export GOROOT="$_burrow_goroot"; fi
_burrow_restore_locale
exec "$_burrow_goroot/bin/$_burrow_tool" "$@"
