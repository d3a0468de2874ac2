import { dirname, join } from 'node:path';
import type { GoManager } from '#contract/toolchains';
import type { System } from '#core/system';
import { parseVersion } from '../versions/index.ts';
import { managerRoots } from './places.ts';

/** Where a manager says which Go is its default. */
export type DefaultPlace =
  /** A link to a GOROOT, or into one. */
  | { link: string }
  /** A text that names a version: what `read` finds in it, `1.22.5` or `1.22`. */
  | { file: string; read: (text: string) => string | null };

/** The places where this manager's default may stand, the strongest first; none where it has no such thing. Pure. */
export function defaultPlaces(
  system: Pick<System, 'os' | 'env' | 'home'>,
  manager: GoManager,
): readonly DefaultPlace[] {
  const { env, home } = system;
  const roots = managerRoots(system);
  switch (manager) {
    case 'asdf':
      return [{ file: join(home, '.tool-versions'), read: toolVersions }];
    case 'vfox':
      return [
        // Since 1.0, and there also when VFOX_HOME has what is shared by all users.
        { file: join(home, '.vfox', '.vfox.toml'), read: tomlIn('tools') },
        ...roots.vfox.map((root) => ({ file: join(root, '.tool-versions'), read: toolVersions })),
      ];
    case 'goenv':
      return [{ file: join(roots.goenv, 'version'), read: firstWord }];
    case 'gvm':
      return [{ file: join(roots.gvm, 'environments', 'default'), read: gvmEnvironment }];
    case 'mise': {
      const config = env['MISE_CONFIG_DIR'] || join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'mise');
      return [
        { file: env['MISE_GLOBAL_CONFIG_FILE'] || join(config, 'config.toml'), read: tomlIn('tools') },
        { file: join(home, '.tool-versions'), read: toolVersions },
      ];
    }
    case 'proto':
      return roots.proto.map((root) => ({ file: join(root, '.prototools'), read: tomlIn(null) }));
    case 'g':
      return [{ link: join(roots.g, 'go') }, { file: join(roots.otherG, 'VERSION'), read: firstWord }];
    case 'gobrew':
      return [{ link: join(roots.gobrew, 'current', 'bin') }];
    case 'goup':
      return [{ link: join(roots.goup, 'current') }, { link: join(roots.goupRs, 'current') }];
    case 'homebrew':
      return brewPrefixes(system).map((prefix) => ({ link: join(prefix, 'bin', 'go') }));
    // Of what belongs to the machine, the one that everybody gets.
    case 'official':
      return [{ link: '/usr/local/go' }];
    case 'macports':
      return [{ link: '/opt/local/bin/go' }];
    case 'system':
      return [{ link: '/usr/bin/go' }];
    case 'snap':
      return [{ link: '/snap/go/current' }];
    default:
      return [];
  }
}

function brewPrefixes({ os, env }: Pick<System, 'os' | 'env'>): string[] {
  const own = env['HOMEBREW_PREFIX'] || (env['HOMEBREW_CELLAR'] && dirname(env['HOMEBREW_CELLAR']));
  const usual = os === 'darwin' ? ['/opt/homebrew', '/usr/local'] : ['/home/linuxbrew/.linuxbrew'];
  return own ? [own, ...usual] : usual;
}

/** The version in the best of words such as `go1.22.5`, `1.22`; null for `system`, `latest` and the like. */
function versionWord(word: string | undefined): string | null {
  const version = (word ?? '').replace(/^go/, '');
  return parseVersion(version) === null ? null : version;
}

/** `golang 1.22.5 system # comment`: the first that names a version. */
function toolVersions(text: string): string | null {
  const line = text.split(/\r?\n/).find((each) => /^\s*go(lang)?\s/.test(each)) ?? '';
  const [, ...words] = line.replace(/#.*/, '').trim().split(/\s+/);
  return words.map(versionWord).find((version) => version !== null) ?? null;
}

function firstWord(text: string): string | null {
  return versionWord(text.trim().split(/\s+/)[0]);
}

/** gvm keeps the environment of its default as a shell script. */
function gvmEnvironment(text: string): string | null {
  return versionWord(/\bgvm_go_name="?(go[^"\s;]+)/.exec(text)?.[1]);
}

/**
 * `go = "1.22"` in this table of a TOML file (null: above all tables): the first quoted word of its value, for it may
 * be a list or a table, too.
 */
export function tomlIn(table: string | null): (text: string) => string | null {
  return (text) => {
    let inTable = table === null;
    for (const line of text.split(/\r?\n/)) {
      const [, heading] = /^\s*\[\s*"?([^\]"]*?)"?\s*\]/.exec(line) ?? [];
      if (heading !== undefined) inTable = heading === table;
      const [, value] = /^\s*"?go(?:lang)?"?\s*=\s*(.*)/.exec(line) ?? [];
      if (inTable && value !== undefined) return versionWord(/["'](?:prefix:)?([^"']*)["']/.exec(value)?.[1]);
    }
    return null;
  };
}
