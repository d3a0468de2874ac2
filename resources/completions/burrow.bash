# Completes `burrow` in bash 3.2 and later. Burrow writes this file again: changes are lost.
#
# What is typed, and what is offered, is never evaluated. Burrow offers only words that need no quotes.

_burrow() {
  local line=${COMP_LINE:0:$COMP_POINT} piece='' word kind='' value i n=0
  local -a words
  words=()
  # COMP_WORDBREAKS divides words, as at = and :. Pieces without a blank between them belong together.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if [[ $i -eq 0 || $line == [[:blank:]]* ]]; then
      line=${line#"${line%%[![:blank:]]*}"}
      n=$((n + 1))
      words[n - 1]=''
    fi
    # Of the last word, what stands before the cursor.
    if [[ $i -eq $COMP_CWORD ]]; then piece=$line; fi
    words[n - 1]+=$piece
    line=${line#"$piece"}
  done
  word=${words[n - 1]#[\"\']}
  words[n - 1]=$word

  # Bash replaces only what stands behind the last of these marks.
  local behind=$word
  if [[ $piece != [=:]* ]]; then behind=${word%"${piece#[\"\']}"}; fi

  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    if [[ -z $kind ]]; then
      kind=$value
    elif [[ -n $value ]]; then
      COMPREPLY[${#COMPREPLY[@]}]=${value#"$behind"}
    fi
  done <<< "$(command burrow complete -- "${words[@]:1}" 2> /dev/null)"

  # bash 3.2 has no compopt: it offers files wherever there is nothing else.
  if type -t compopt > /dev/null; then
    case $kind in
      files) ;;
      folders) compopt +o default +o bashdefault -o dirnames ;;
      *) compopt +o default +o bashdefault ;;
    esac
    # What follows the = of a name belongs to the same word.
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
  fi
}

complete -o default -o bashdefault -F _burrow burrow
