import { expect, it } from 'vitest';
import type { GoManager } from '#contract/toolchains';
import { linesOf } from './profile-lines.ts';

const profile = `# goenv was here: eval "$(goenv init -)"
export PATH=$PATH:/usr/local/go/bin
[[ -s "$HOME/.gvm/scripts/gvm" ]] && source "$HOME/.gvm/scripts/gvm"
export GOENV_ROOT="$HOME/.goenv"
  eval "$(goenv init -)"
. "$HOME/.asdf/asdf.sh"
eval "$(mise activate zsh)"
[ -s "\${HOME}/.g/env" ] && \\. "\${HOME}/.g/env"
export PATH="$HOME/.gobrew/current/bin:$HOME/.gobrew/bin:$PATH"
. "$HOME/.go/env"
eval "$(vfox activate zsh)"
export PROTO_HOME="$HOME/.proto"
export PATH="$HOME/go/bin:$PATH"
alias gg='git grep'
export GOPATH=$HOME/go
`;

it.each<[GoManager, number[]]>([
  ['official', [2]],
  ['gvm', [3]],
  ['goenv', [4, 5]],
  ['asdf', [6]],
  ['mise', [7]],
  ['g', [8]],
  ['gobrew', [9]],
  ['goup', [10]],
  ['vfox', [11]],
  ['proto', [12]],
  ['module-cache', []],
  ['other', []],
])('%s owns the lines %j', (manager, lines) => {
  expect(linesOf(manager, profile, '/h/.zshrc').map(({ line }) => line)).toEqual(lines);
});

it('returns the line as read, also from CRLF files', () => {
  expect(linesOf('goenv', 'a\r\n  eval "$(goenv init -)"\r\n', '/h/.bashrc')).toEqual([
    { line: 2, text: 'eval "$(goenv init -)"', keeps: [] },
  ]);
});

it.each<[GoManager, string, string[]]>([
  ['official', 'export PATH=$PATH:/usr/local/go/bin', []],
  ['official', 'export PATH=$PATH:/usr/local/go/bin:$HOME/go/bin', ['$HOME/go/bin']],
  [
    'g',
    'export GOROOT="$HOME/.go"; export PATH="$GOPATH/bin:$PATH"; # g-install: do NOT edit',
    ['$GOPATH/bin'],
  ],
  ['gobrew', 'export PATH="$HOME/.gobrew/current/bin:$HOME/.gobrew/bin:$PATH"', []],
  ['proto', 'export PATH="$PROTO_HOME/shims:$PROTO_HOME/bin:$PATH"', []],
  ['goenv', 'export PATH="$GOENV_ROOT/bin:$GOROOT/bin:$PATH"', []],
])('of %s, %j keeps %j', (manager, line, keeps) => {
  expect(linesOf(manager, line, '/h/.zshrc')).toEqual([{ line: 1, text: line, keeps }]);
});

// From the documentation and the installers of each.
it.each<[GoManager, string, string, number[]]>([
  ['g', '.bashrc', 'if [[ -n $(alias g 2>/dev/null) ]]; then\n    unalias g\nfi\nalias l=ls\n', [1, 2, 3]],
  ['g', '.bashrc', 'export GOPATH="$HOME/go"; export GOROOT="$HOME/.go"; # g-install: do NOT edit, see', [1]],
  ['g', 'config.fish', 'set -gx G_MIRROR https://golang.google.cn/dl/\n', [1]],
  ['gvm', '.bashrc', '[[ -s "/opt/gvm/scripts/gvm" ]] && source "/opt/gvm/scripts/gvm"', [1]],
  ['goenv', '.zshrc', 'if which goenv > /dev/null; then eval "$(goenv init -)"; fi', [1]],
  ['goenv', '.zshrc', 'if which goenv > /dev/null; then\n  eval "$(goenv init -)"\n  export A=1\nfi', [2]],
  [
    'homebrew',
    '.zshrc',
    'export PATH="$(brew --prefix)/opt/go@1.22/bin:/opt/go/bin"\nPATH=/opt/go/bin:$PATH',
    [1],
  ],
  ['homebrew', '.zshrc', 'export GOROOT="$(brew --prefix golang)/libexec"', [1]],
  [
    'asdf',
    'config.fish',
    'if test -z $ASDF_DATA_DIR\n    set _asdf_shims "$HOME/.asdf/shims"\nelse\n    set _asdf_shims "$ASDF_DATA_DIR/shims"\nend\n\nif not contains $_asdf_shims $PATH\n    set -gx --prepend PATH $_asdf_shims\nend\nset --erase _asdf_shims\nset -gx A 1',
    [1, 2, 3, 4, 5, 7, 8, 9, 10],
  ],
])('%s in %s: %j', (manager, file, text, lines) => {
  expect(linesOf(manager, text, `/h/${file}`).map(({ line }) => line)).toEqual(lines);
});
