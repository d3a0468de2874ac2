import { expect, it } from 'vitest';
import type { GoManager } from '#contract/toolchains';
import { ownerCommand } from './index.ts';

it.each<[GoManager, string, string | null]>([
  ['homebrew', '/usr/local/Cellar/go/1.22.5/libexec', '/usr/local/bin/brew uninstall go'],
  ['homebrew', '/usr/local/Cellar/go@1.21/1.21.13/libexec', '/usr/local/bin/brew uninstall go@1.21'],
  ['homebrew', '/opt/homebrew/Cellar/go/1.22.5/libexec', '/opt/homebrew/bin/brew uninstall go'],
  ['homebrew', "/tmp/it's/Cellar/go/1.22.5/libexec", null],
  ['official', '/usr/local/go', 'sudo rm -rf /usr/local/go /etc/paths.d/go'],
  ['macports', '/opt/local/lib/go', 'sudo port uninstall go'],
  ['macports', '/opt/local/lib/go-1.21', 'sudo port uninstall go-1.21'],
  ['sdk', '/Users/me/sdk/go1.22.5', 'rm -rf /Users/me/sdk/go1.22.5'],
  ['sdk', '/Users/me and you/sdk/go1.22.5', null],
  ['gvm', '/Users/me/.gvm/gos/go1.22.5', 'gvm uninstall go1.22.5'],
  ['goenv', '/Users/me/.goenv/versions/1.22.5', 'goenv uninstall 1.22.5'],
  ['asdf', '/Users/me/.asdf/installs/golang/1.22.5/go', 'asdf uninstall golang 1.22.5'],
  ['mise', '/Users/me/.local/share/mise/installs/go/1.22.5', 'mise uninstall go@1.22.5'],
  ['mise', '/Users/me/.local/share/mise/installs/golang/1.22.5/go', 'mise uninstall golang@1.22.5'],
  ['g', '/Users/me/.g/versions/1.22.5', 'g uninstall 1.22.5'],
  ['g', '/Users/me/.go/.versions/1.22.5', 'g remove 1.22.5'],
  ['gobrew', '/Users/me/.gobrew/versions/1.22.5/go', 'gobrew uninstall 1.22.5'],
  ['goup', '/Users/me/.go/go1.22.5', 'goup remove 1.22.5'],
  ['goup', '/Users/me/.goup/go1.22.5/go', 'goup remove 1.22.5'],
  ['vfox', '/Users/me/.version-fox/cache/golang/v-1.22.5/golang-1.22.5', 'vfox uninstall golang@1.22.5'],
  ['proto', '/Users/me/.proto/tools/go/1.22.5', 'proto uninstall go 1.22.5'],
  ['goenv', '/Users/me/.goenv/versions/$(reboot)', null],
  ['goenv', '/somewhere/else', null],
  ['other', '/Users/me/go', null],
])('%s, %s: %s', (manager, goroot, command) => {
  expect(ownerCommand(manager, goroot)).toBe(command);
});
