import { expect, it } from 'vitest';
import type { GoManager } from '#contract/toolchains';
import { linesOf, profileFiles } from './profile-lines.ts';

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
  expect(linesOf(manager, profile).map(({ line }) => line)).toEqual(lines);
});

it('gives the line as it is read, of CRLF files too', () => {
  expect(linesOf('goenv', 'a\r\n  eval "$(goenv init -)"\r\n')).toEqual([
    { line: 2, text: 'eval "$(goenv init -)"' },
  ]);
});

it('looks where the shells look', () => {
  const { files, fishSnippets } = profileFiles({ env: { ZDOTDIR: '/z', XDG_CONFIG_HOME: '/c' }, home: '/h' });
  expect(files).toContain('/z/.zshrc');
  expect(files).toContain('/h/.bashrc');
  expect(files).toContain('/c/fish/config.fish');
  expect(fishSnippets).toBe('/c/fish/conf.d');
});
