# shellcheck shell=sh
# Reads mise's files; a part of go.sh that few runs need. It reads as much of TOML as
# src/core/switching/wishes/mise-toml.ts describes, in the same steps.
#
# _burrow_rest is the unread part of the current line. A level says what a key means: `root` and `tools` are tables,
# `go` is Go's entry in `tools`; `version`, `prefix`, `path`, `ref` and `os` are keys of that entry; `other` is
# anything else.

# mise's names for this system.
_burrow_mise_os=@mise-os@
# The characters that end a number, a date or a boolean in a list or a table.
_burrow_special='][{},="'"'#"

# Reads the mise.toml $1 and makes what it pins the wish. Fails if it does not pin a Go.
_burrow_read_mise_toml() {
  _burrow_open "$1"
  _burrow_table=root _burrow_words='' _burrow_version='' _burrow_here=1 _burrow_entry='' _burrow_go_line=''
  while _burrow_next_line; do
    # Shown if the statement cannot be read.
    _burrow_statement=$_burrow_rest _burrow_start=$_burrow_line
    case $_burrow_rest in
      '' | '#'*) ;;
      '['*)
        _burrow_read_header || _burrow_refuse
        # The tasks and settings that follow may be long, and a shell reads slowly.
        [ -z "$_burrow_go_line" ] || [ $_burrow_table != other ] || break
        ;;
      *) _burrow_read_statement || _burrow_refuse ;;
    esac
  done <"$1"
  if [ -n "$_burrow_entry" ]; then
    _burrow_words='' _burrow_start=$_burrow_go_line _burrow_statement=tools.go
    _burrow_add_entry || _burrow_refuse
  fi
  if [ -z "$_burrow_words" ]; then
    _burrow_source=''
    return 1
  fi
  _burrow_line=$_burrow_go_line
  # shellcheck disable=SC2154 # go.sh sets it
  [ ${#_burrow_words} -le $_burrow_max_line ] || _burrow_fail long
  _burrow_choose 'go = "' '"'
}

_burrow_refuse() {
  _burrow_line=$_burrow_start _burrow_text=$_burrow_statement
  _burrow_fail form
}

# Reads the next line. Fails at the end of the file.
_burrow_next_line() {
  if ! _burrow_read_line; then
    [ -z "$_burrow_cut" ] || _burrow_fail long
    _burrow_rest=''
    return 1
  fi
  [ $_burrow_line != 1 ] || _burrow_skip_mark
  _burrow_rest=$_burrow_text
  _burrow_skip_blanks
}

_burrow_skip_blanks() {
  _burrow_rest=${_burrow_rest#"${_burrow_rest%%[!$IFS]*}"}
}

# Skips to the next token of a list or a table, also on another line. Fails at the end of the file.
_burrow_skip_space() {
  _burrow_skip_blanks
  while :; do
    case $_burrow_rest in '' | '#'*) _burrow_next_line || return 1 ;; *) return 0 ;; esac
  done
}

# Reads `[tools]`, `[tools.go]` or the name of another table.
_burrow_read_header() {
  _burrow_end=']'
  case $_burrow_rest in '[['*) _burrow_end=']]' ;; esac
  _burrow_rest=${_burrow_rest#"${_burrow_rest%%[![]*}"}
  _burrow_read_key root || return 1
  case $_burrow_rest in "$_burrow_end"*) _burrow_rest=${_burrow_rest#"$_burrow_end"} ;; *) return 1 ;; esac
  _burrow_is_end || return 1
  _burrow_table=other
  case $_burrow_level in
    go) _burrow_entry=1 _burrow_version='' _burrow_here=1 _burrow_go_line=$_burrow_line ;;
    tools) ;;
    *) return 0 ;;
  esac
  # A list of tables is a list of versions; mise writes one only in its lock file.
  [ "$_burrow_end" = ']' ] && _burrow_table=$_burrow_level
}

# Reads `key = value`. In other tables only the end of the value matters, which may be on another line.
_burrow_read_statement() {
  if [ $_burrow_table = other ]; then
    case $_burrow_rest in *'['* | *'{'* | *'"""'* | *"'''"*) ;; *) return 0 ;; esac
    _burrow_read_key other && _burrow_skip_equals && _burrow_skip_value
    return 0
  fi
  _burrow_read_key $_burrow_table && _burrow_skip_equals || return 1
  case $_burrow_level in
    other)
      _burrow_skip_value
      return 0
      ;;
    go) _burrow_words='' _burrow_entry='' ;;
  esac
  _burrow_read_value $_burrow_level && _burrow_is_end
}

# Reads a key, which may be quoted and dotted, in a table of level $1. Sets _burrow_level to that of its value.
_burrow_read_key() {
  _burrow_level=$1
  while :; do
    _burrow_skip_blanks
    case $_burrow_rest in
      [A-Za-z0-9_-]*)
        _burrow_key=${_burrow_rest%%[!A-Za-z0-9_-]*}
        _burrow_rest=${_burrow_rest#"$_burrow_key"}
        ;;
      '"'*'"'* | "'"*"'"*)
        _burrow_take_quoted
        _burrow_key=$_burrow_word
        # An escape can mean any letter.
        case $_burrow_key in *\\*) return 1 ;; esac
        ;;
      *) return 1 ;;
    esac
    case $_burrow_level:$_burrow_key in
      root:tools) _burrow_level=tools ;;
      tools:*) if _burrow_names_go "$_burrow_key"; then _burrow_level=go; else _burrow_level=other; fi ;;
      go:version | go:prefix | go:path | go:ref | go:os) _burrow_level=$_burrow_key ;;
      *) _burrow_level=other ;;
    esac
    _burrow_skip_blanks
    case $_burrow_rest in .*) _burrow_rest=${_burrow_rest#.} ;; *) return 0 ;; esac
  done
}

_burrow_skip_equals() {
  case $_burrow_rest in =*) _burrow_rest=${_burrow_rest#=} ;; *) return 1 ;; esac
  _burrow_skip_blanks
}

# Whether the rest of this line is empty or a comment.
_burrow_is_end() {
  _burrow_skip_blanks
  case $_burrow_rest in '' | '#'*) ;; *) return 1 ;; esac
}

# Reads the value of a key of level $1.
_burrow_read_value() {
  case $1 in
    go) _burrow_go_line=$_burrow_start ;;
    version | prefix | path | ref) _burrow_go_line=$_burrow_start _burrow_entry=1 ;;
    os) _burrow_go_line=${_burrow_go_line:-$_burrow_start} _burrow_entry=1 ;;
  esac
  case $1:$_burrow_rest in
    other:*) _burrow_skip_value ;;
    tools:'{'* | go:'{'*) _burrow_read_table $1 ;;
    tools:*) return 1 ;;
    go:'['*) _burrow_read_list && [ -n "$_burrow_words$_burrow_elsewhere" ] ;;
    go:*) _burrow_read_string && _burrow_words=" $_burrow_word" ;;
    os:*) _burrow_read_os ;;
    version:*) _burrow_read_string && _burrow_version=$_burrow_word ;;
    *) _burrow_read_string && _burrow_version=$1:$_burrow_word ;;
  esac
}

# Reads the table in braces of level $1.
_burrow_read_table() {
  _burrow_rest=${_burrow_rest#?}
  if [ $1 = go ]; then _burrow_version='' _burrow_here=1; fi
  while _burrow_skip_space; do
    case $_burrow_rest in
      '}'*)
        _burrow_rest=${_burrow_rest#?}
        if [ $1 = go ]; then _burrow_add_entry; fi
        return
        ;;
    esac
    _burrow_read_key $1 && _burrow_skip_equals && _burrow_read_value $_burrow_level && _burrow_skip_comma '}' ||
      return 1
  done
  return 1
}

# Reads a list of versions, each a string or a table.
_burrow_read_list() {
  _burrow_rest=${_burrow_rest#?} _burrow_words='' _burrow_elsewhere=''
  while _burrow_skip_space; do
    case $_burrow_rest in
      ']'*)
        _burrow_rest=${_burrow_rest#?}
        return
        ;;
      '{'*) _burrow_read_table go || return 1 ;;
      *)
        _burrow_read_string || return 1
        _burrow_words="$_burrow_words $_burrow_word"
        ;;
    esac
    _burrow_skip_comma ']' || return 1
  done
  return 1
}

# Skips the comma; also succeeds at the end $1 of the list.
_burrow_skip_comma() {
  _burrow_skip_space || return 1
  case $_burrow_rest in ,*) _burrow_rest=${_burrow_rest#,} ;; "$1"*) ;; *) return 1 ;; esac
}

# Adds the version of a table to the words, unless the table is for other systems. Fails if it has none.
_burrow_add_entry() {
  _burrow_entry=''
  if [ -z "$_burrow_here" ]; then
    _burrow_elsewhere=1
  else
    _burrow_words="$_burrow_words $_burrow_version"
    [ -n "$_burrow_version" ]
  fi
}

# Reads the systems that a version is for: sets _burrow_here if this is one of them.
_burrow_read_os() {
  _burrow_here=''
  case $_burrow_rest in
    '['*) _burrow_rest=${_burrow_rest#?} ;;
    *)
      _burrow_read_string && _burrow_check_os
      return
      ;;
  esac
  while _burrow_skip_space; do
    case $_burrow_rest in
      ']'*)
        _burrow_rest=${_burrow_rest#?}
        return
        ;;
    esac
    _burrow_read_string && _burrow_check_os && _burrow_skip_comma ']' || return 1
  done
  return 1
}

_burrow_check_os() {
  case " $_burrow_mise_os " in *" $_burrow_word "*) _burrow_here=1 ;; esac
}

# Reads a string in one pair of quotes, without escapes and blanks, into _burrow_word.
_burrow_read_string() {
  case $_burrow_rest in
    '"""'* | "'''"*) return 1 ;;
    '"'*'"'* | "'"*"'"*) _burrow_take_quoted ;;
    *) return 1 ;;
  esac
  case $_burrow_word in '' | *[\\$IFS]*) return 1 ;; esac
}

# Takes the quoted text at the beginning of _burrow_rest; sets _burrow_word.
_burrow_take_quoted() {
  _burrow_quote=${_burrow_rest%"${_burrow_rest#?}"}
  _burrow_rest=${_burrow_rest#?}
  _burrow_word=${_burrow_rest%%"$_burrow_quote"*}
  _burrow_rest=${_burrow_rest#*"$_burrow_quote"}
}

# Skips any value. Fails if the file, or outside lists and tables the line, ends too early.
_burrow_skip_value() {
  _burrow_depth=0
  while :; do
    case $_burrow_rest in
      '"""'* | "'''"*) _burrow_skip_long_string || return 1 ;;
      '"'*) _burrow_skip_string || return 1 ;;
      "'"*"'"*) _burrow_take_quoted ;;
      "'"*) return 1 ;;
      '['* | '{'*)
        _burrow_word=${_burrow_rest%%[!\[\{]*}
        _burrow_rest=${_burrow_rest#"$_burrow_word"} _burrow_depth=$((_burrow_depth + ${#_burrow_word}))
        ;;
      ']'* | '}'*) _burrow_rest=${_burrow_rest#?} _burrow_depth=$((_burrow_depth - 1)) ;;
      [,=]*) _burrow_rest=${_burrow_rest#?} ;;
      *) _burrow_rest=${_burrow_rest#"${_burrow_rest%%[$_burrow_special]*}"} ;;
    esac
    [ $_burrow_depth -gt 0 ] || return 0
    _burrow_skip_space || return 1
  done
}

# Skips a string in double quotes, in which a backslash may escape a quote.
_burrow_skip_string() {
  _burrow_rest=${_burrow_rest#?}
  while :; do
    _burrow_rest=${_burrow_rest#"${_burrow_rest%%[\"\\]*}"}
    case $_burrow_rest in
      '"'*)
        _burrow_rest=${_burrow_rest#?}
        return
        ;;
      \\?*) _burrow_rest=${_burrow_rest#??} ;;
      *) return 1 ;;
    esac
  done
}

# Skips a string of several lines, which may end with up to two more quotes.
_burrow_skip_long_string() {
  _burrow_quote=${_burrow_rest%"${_burrow_rest#???}"}
  _burrow_rest=${_burrow_rest#???}
  while :; do
    case $_burrow_rest in
      *"$_burrow_quote"*)
        _burrow_word=${_burrow_rest%%"$_burrow_quote"*}
        _burrow_rest=${_burrow_rest#*"$_burrow_quote"}
        _burrow_ends_escaping || break
        # The first of the three quotes is part of the string.
        _burrow_rest='""'$_burrow_rest
        ;;
      *) _burrow_next_line || return 1 ;;
    esac
  done
  _burrow_quote=${_burrow_quote#??}
  _burrow_rest=${_burrow_rest#"$_burrow_quote"}
  _burrow_rest=${_burrow_rest#"$_burrow_quote"}
}

# Whether the quotes after _burrow_word are escaped: in double quotes, by an odd number of backslashes.
_burrow_ends_escaping() {
  [ "$_burrow_quote" = '"""' ] || return 1
  while :; do
    case $_burrow_word in *\\\\) _burrow_word=${_burrow_word%??} ;; *) break ;; esac
  done
  case $_burrow_word in *\\) ;; *) return 1 ;; esac
}
