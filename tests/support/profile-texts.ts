import * as fc from 'fast-check';

// Profiles as 760 real ones of 227 repositories are: how often each thing occurs in them, in percent.

const sources = [
  '[[ -f ~/.fzf.zsh ]] && source ~/.fzf.zsh',
  'if [ -f ~/.aliases ]; then\n  . ~/.aliases\nfi',
  '. "$HOME/.cargo/env"',
  'for file in ~/.config/sh/*; do [ -r "$file" ] && . "$file"; done',
  '[ -s "$HOME/.nvm/nvm.sh" ] && \\. "$HOME/.nvm/nvm.sh"  # This loads nvm',
  'test -e "${HOME}/.iterm2.sh" && source "${HOME}/.iterm2.sh" || true',
  'source $ZSH/oh-my-zsh.sh',
];
const paths = [
  'export PATH=$PATH:/usr/local/bin',
  'export PATH="$HOME/bin:$HOME/.local/bin:$PATH"',
  'PATH="$HOME/bin:${PATH}"; export PATH',
  'if [ -d "$HOME/bin" ]; then\n  PATH="$HOME/bin:$PATH"\nfi',
  'pathadd() {\n  case ":$PATH:" in *":$1:"*) ;; *) PATH="$1:$PATH" ;; esac\n}\npathadd ~/bin',
];
const aboutGo = [
  'export PATH=$PATH:/usr/local/go/bin',
  'export GOPATH=$HOME/go GOBIN=$HOME/go/bin',
  'export GOROOT=/usr/local/go',
  'GOPATH=$(go env GOPATH)',
  'typeset -x GO111MODULE=on',
  'path=(~/go/bin $GOROOT/bin $path)',
  'path+=(~/go/bin(N-/))',
  'path[1,0]=~/go/bin',
  'for dir in go/bin sdk/bin; do PATH="$HOME/$dir:$PATH"; done',
  'pathadd ~/go/bin',
  'alias go=grc\\ go',
];
const evals = ['eval "$(goenv init -)"', 'eval "$(/opt/homebrew/bin/brew shellenv)"', 'eval `dircolors`'];
const continued = ['export LONG=a\\\n:b', 'alias x="y" \\\n  z="w"', 'echo a \\\n  > /dev/null'];
const early = [
  '[ -z "$PS1" ] && return',
  'case $- in\n    *i*) ;;\n      *) return;;\nesac',
  '[[ $- != *i* ]] && return',
  'if [ -n "$NEVER" ]; then return; fi',
];
const noise = ['echo "Welcome, $USER"', 'fastfetch 2>/dev/null', "printf '\\033[2J'", 'date >&2'];
const others = [
  'alias ll="ls -l" # a comment',
  'setopt autocd 2>/dev/null || true',
  'set -o vi',
  "export Q='it'\\''s'",
  'cat > /dev/null <<EOF\nexport NOT=me\nEOF',
  "cat > /dev/null <<-'EOF'\n\tif [ x; then\n\tEOF",
  'export TEXT="two\nlines"',
  'f() { local x=1; }',
  '# a comment that ends with a backslash \\',
  'export PS1="\\u@\\h \\$ "',
  '',
  '   ',
];
const atEnd = [
  'exec zsh',
  '[ -z "$TMUX" ] && exec tmux new -A',
  'exec fish || true',
  'return',
  'exit 0',
  'true',
];

const comment = fc
  .string({
    unit: fc.oneof(fc.constantFrom('\xe9', '\xff', '\x80'), fc.string({ minLength: 1, maxLength: 1 })),
  })
  .map((text) => `# ${text.replaceAll(/[^\x20-\xff]/g, ' ')}`);

/** One of these, in so many of 100 texts. */
function inPercent<Value>(percent: number, ...values: Value[]): fc.Arbitrary<Value[]> {
  return fc.oneof(
    { weight: percent, arbitrary: fc.constantFrom(...values).map((value) => [value]) },
    { weight: 100 - percent, arbitrary: fc.constant<Value[]>([]) },
  );
}

const start = fc.tuple(
  inPercent(
    6,
    'if [[ -r "${XDG_CACHE_HOME:-$HOME/.cache}/p10k.zsh" ]]; then\n  source "$HOME/.cache/p10k.zsh"\nfi',
  ),
  inPercent(2, 'set -e', 'set -eu', 'set -u'),
  inPercent(17, ...early),
);
const middle = fc
  .tuple(
    inPercent(89, ...sources),
    inPercent(51, ...paths),
    inPercent(49, ...evals),
    inPercent(42, ...aboutGo),
    inPercent(24, ...continued),
    inPercent(9, ...noise),
    inPercent(6, 'export ZDOTDIR=$HOME/.config/zsh'),
    inPercent(2, 'read -r -p "Start? " answer', 'printf "Name: "; read -r name'),
    fc.array(fc.oneof(fc.constantFrom(...others), comment), { maxLength: 6 }),
  )
  .chain((pieces) => fc.shuffledSubarray(pieces.flat(), { minLength: pieces.flat().length }));
const end = fc.tuple(
  inPercent(6, ...atEnd),
  inPercent(
    4,
    '#THIS MUST BE AT THE END OF THE FILE FOR SDKMAN TO WORK!!!\nexport SDKMAN_DIR="$HOME/.sdkman"\n[[ -s "$HOME/.sdkman/bin/sdkman-init.sh" ]] && source "$HOME/.sdkman/bin/sdkman-init.sh"',
  ),
  inPercent(20, '# vim: ft=sh', '# end \\', '# \xe4\xb8\xad\xe6\x96\x87'),
  inPercent(2, 'export A=1 \\'),
);

/** A profile's text as Latin-1, and so any bytes: with CRLF, a BOM, bytes that are no UTF-8, no newline at its end. */
export const profileText: fc.Arbitrary<string> = fc
  .record({
    lines: fc
      .tuple(start, middle, end)
      .map(([first, body, last]) => [...first.flat(), ...body, ...last.flat()]),
    newline: inPercent(93, '\n'),
    crlf: inPercent(10, true),
    bom: inPercent(5, '\xef\xbb\xbf'),
  })
  .map(({ lines, newline, crlf, bom }) => {
    const text = lines.join('\n') + (lines.length > 0 ? newline.join('') : '');
    return bom.join('') + (crlf.length > 0 ? text.replaceAll('\n', '\r\n') : text);
  });

/** A text for fish, in the same form. */
export const fishText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'set -gx GOPATH $HOME/go',
        'fish_add_path ~/go/bin',
        'if status is-interactive\n    echo hello\nend',
        'function f\n    echo $argv\nend',
        "set -g text 'two\nlines'",
        'set -x A a\\\nb',
        'exec tmux',
        'return',
        '# \xe4\xb8\xad',
        '',
      ),
      comment,
    ),
    { maxLength: 8 },
  )
  .chain((lines) => inPercent(90, '\n').map((newline) => lines.join('\n') + newline.join('')));
