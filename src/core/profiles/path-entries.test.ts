import { expect, it } from 'vitest';
import { pathEntries } from './path-entries.ts';

it.each([
  ['export PATH=$PATH:/usr/local/go/bin:$HOME/go/bin', ['/usr/local/go/bin', '$HOME/go/bin']],
  ['PATH="/a b:${PATH}" # why', ['/a b']],
  ["export PATH='/a:/b'", ['/a', '/b']],
  ['export PATH="${ASDF_DATA_DIR:-$HOME/.asdf}/shims:$PATH"', ['${ASDF_DATA_DIR:-$HOME/.asdf}/shims']],
  ['export PATH="$(brew --prefix go@1.22)/bin:$PATH"', ['$(brew --prefix go@1.22)/bin']],
  ['export A=1; export PATH="$A/bin:$PATH"; # x', ['$A/bin']],
  ['set -gx PATH /usr/local/go/bin "$HOME/go/bin" $PATH', ['/usr/local/go/bin', '$HOME/go/bin']],
  ['set -gx --prepend PATH $_asdf_shims', ['$_asdf_shims']],
  ['fish_add_path --path /usr/local/go/bin ~/go/bin', ['/usr/local/go/bin', '~/go/bin']],
  ['path+=(/usr/local/go/bin ~/go/bin)', ['/usr/local/go/bin', '~/go/bin']],
  ['path=(/usr/local/go/bin $path)', ['/usr/local/go/bin']],
  ['export GOPATH=$HOME/go', []],
  ['eval "$(goenv init -)"', []],
  ['', []],
])('%j puts %j into PATH', (line, entries) => expect(pathEntries(line)).toEqual(entries));
