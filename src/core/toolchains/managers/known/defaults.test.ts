import { expect, it } from 'vitest';
import type { GoManager } from '#contract/toolchains';
import { type DefaultPlace, managers } from './index.ts';

const home = '/home/me';
const places = (manager: GoManager, env: Record<string, string> = {}) =>
  managers[manager].defaults?.({ os: 'linux', env, home }) ?? [];

const pathOf = (place: DefaultPlace) => ('link' in place ? place.link : place.file);

/** What the first place of a manager reads from a text. */
function versionIn(manager: GoManager, text: string): string | null {
  const [place] = places(manager);
  return place && 'file' in place ? place.read(text) : null;
}

it.each<[GoManager, string, string | null]>([
  ['asdf', 'nodejs 22.1.0\ngolang 1.22.5\n', '1.22.5'],
  ['asdf', '# golang 1.20\r\ngolang\t1.22.5 1.21 # why\r\n', '1.22.5'],
  ['asdf', 'golang system 1.21.3\n', '1.21.3'],
  ['asdf', 'golang system\n', null],
  ['asdf', 'golangci-lint 1.55.2\n', null],
  ['vfox', '[tools]\nnodejs = "21.5.1"\ngolang = "1.22.5"\n', '1.22.5'],
  ['goenv', '1.22.5\n1.21.0\n', '1.22.5'],
  ['goenv', 'system\n', null],
  ['goenv', '', null],
  [
    'gvm',
    'export GVM_ROOT; GVM_ROOT="/home/me/.gvm"\nexport gvm_go_name; gvm_go_name="go1.22.5"\n',
    '1.22.5',
  ],
  ['gvm', 'export gvm_go_name; gvm_go_name="master"\n', null],
  ['mise', '[settings]\ngo = "1.1"\n[tools]\nnode = "22"\ngo = "1.22"\n', '1.22'],
  ['mise', '[tools]\ngo = ["1.22.5", "1.21"]\n', '1.22.5'],
  ['mise', "[tools]\ngo = {version='1.22.5', os=['linux']}\n", '1.22.5'],
  ['mise', '[tools]\ngo = "prefix:1.22"\n', '1.22'],
  ['mise', '[tools]\ngo = "latest"\n', null],
  ['mise', '[tools]\n"core:go" = "1.22.5"\n', '1.22.5'],
  ['mise', '[tools]\ngo = [\n  { version = "1.22.5", os = ["linux"] }, # for work\n  "1.21",\n]\n', '1.22.5'],
  ['mise', '[tools.go]\nversion = "1.22.5"\n', '1.22.5'],
  ['mise', 'tools = { node = "22", go = "1.22.5" }\r\n', '1.22.5'],
  ['mise', 'tools.go = "1.22.5"\n', '1.22.5'],
  ['mise', 'note = """\n[tools]\ngo = "1.20.1"\n"""\n[tools]\ngo = "1.22.5"\n', '1.22.5'],
  ['mise', '# [tools]\n# go = "1.22.5"\n', null],
  ['mise', '[tools]\ngo = 1.22\n', null],
  ['mise', '[tools]\ngo = "1.22.5"\nnode =\n', null],
  ['mise', '[tools]\ngolangci-lint = "1.55.2"\n', null],
  ['mise', '[env]\ngo = "1.22"\n', null],
  ['proto', 'node = "22"\ngo = "1.22.5"\n[plugins]\n', '1.22.5'],
  ['proto', '[settings]\ngo = "1.22.5"\n', null],
])('%s: %j names %j', (manager, text, version) => expect(versionIn(manager, text)).toBe(version));

it.each<[GoManager, Record<string, string>, string[]]>([
  ['asdf', {}, ['/home/me/.tool-versions']],
  ['goenv', { GOENV_ROOT: '/x' }, ['/x/version']],
  ['gvm', { GVM_ROOT: '/x' }, ['/x/environments/default']],
  ['mise', {}, ['/home/me/.config/mise/config.toml', '/home/me/.tool-versions']],
  ['mise', { MISE_GLOBAL_CONFIG_FILE: '/x.toml' }, ['/x.toml', '/home/me/.tool-versions']],
  ['proto', {}, ['/home/me/.proto/.prototools']],
  ['proto', { XDG_DATA_HOME: '/d' }, ['/d/proto/.prototools', '/home/me/.proto/.prototools']],
  ['proto', { XDG_DATA_HOME: '/d', PROTO_HOME: '/x' }, ['/x/.prototools']],
  ['g', {}, ['/home/me/.g/go', '/home/me/.go/VERSION']],
  ['gobrew', { GOBREW_ROOT: '/x' }, ['/x/.gobrew/current/bin']],
  ['goup', {}, ['/home/me/.go/current', '/home/me/.goup/current']],
  ['homebrew', { HOMEBREW_PREFIX: '/x' }, ['/x/bin/go', '/home/linuxbrew/.linuxbrew/bin/go']],
  [
    'vfox',
    {},
    ['/home/me/.vfox/.vfox.toml', '/home/me/.version-fox/.tool-versions', '/home/me/.vfox/.tool-versions'],
  ],
  ['vfox', { VFOX_HOME: '/x' }, ['/home/me/.vfox/.vfox.toml', '/x/.tool-versions']],
  ['official', {}, ['/usr/local/go']],
  ['macports', {}, ['/opt/local/bin/go']],
  ['system', {}, ['/usr/bin/go']],
  ['snap', {}, ['/snap/go/current']],
  ['sdk', {}, []],
])('%s with %j reads %j', (manager, env, files) => {
  expect(places(manager, env).map(pathOf)).toEqual(files);
});
