# Types a line and a Tab in an interactive shell in a terminal, and prints what the line is then.
#
#   zsh -f type-in-shell.zsh FOLDER SETUP LINE SHELL [ARGUMENT…]
#
# FOLDER: for a file. SETUP: a line that the shell runs first.
zmodload zsh/zpty
folder=$1 setup=$2 line=$3
shift 3
out=$folder/typed
rm -f $out
if [[ $1 == zsh ]]; then
  report="typed() { print -rn -- \"\$BUFFER\" > $out.part; mv $out.part $out; }; zle -N typed; bindkey '^X^N' typed"
else
  report="typed() { printf %s \"\$READLINE_LINE\" > $out.part; mv $out.part $out; }; bind -x '\"\\C-x\\C-n\": typed'"
fi
zpty shell "${(@q)@}"
zpty -w shell " $report; $setup; PS1=REA''DY"
# The prompt is the sign that the shell reads keys.
zpty -r shell seen '*READY*'
zpty -w -n shell "$line"$'\t\x18\x0e'
for i in {1..200}; do
  [[ -f $out ]] && break
  sleep 0.05
done
cat $out
zpty -d shell
