import { join } from 'node:path';
import type { GoManager } from '#contract/toolchains';
import type { System } from '#core/system';

/** Where a manager puts its Gos. Every path that `steps` lead to from `folder` may be a GOROOT. */
export interface Place {
  manager: GoManager;
  folder: string;
  /** A name, or what the names of several must look like. */
  steps: readonly (string | RegExp)[];
}

/** Homebrew's formulas `go` and `go@1.22`. */
const goFormula = /^go(@[\d.]+)?$/;
const anyVersion = /^(go)?\d/;
const goVersion = /^go\d/;

/**
 * All places where a Go may be on such a machine, each manager's own variables respected; `moduleCache` is GOMODCACHE.
 * Pure: nothing is looked at. The layouts are those of the managers' sources and documentation.
 */
export function knownPlaces(system: Pick<System, 'os' | 'env' | 'home'>, moduleCache: string): Place[] {
  const { env } = system;
  const roots = managerRoots(system);
  return [
    ...machinePlaces(system),
    place('sdk', join(system.home, 'sdk'), goVersion),
    place('gvm', join(roots.gvm, 'gos'), goVersion),
    place('goenv', join(roots.goenv, 'versions'), anyVersion),
    // The plugin is named by the user: golang in its index, go by hand.
    place('asdf', join(roots.asdf, 'installs'), /^go(lang)?$/, anyVersion, 'go'),
    place('mise', roots.miseInstalls, /^go(lang)?$/, anyVersion),
    place('mise', roots.miseInstalls, /^go(lang)?$/, anyVersion, 'go'), // with a plugin of asdf's
    place('g', join(roots.g, 'versions'), anyVersion),
    place('g', join(roots.otherG, '.versions'), anyVersion),
    place('gobrew', join(roots.gobrew, 'versions'), anyVersion, 'go'),
    place('goup', roots.goup, goVersion),
    place('goup', roots.goupRs, goVersion),
    place('goup', roots.goupRs, goVersion, 'go'),
    ...roots.vfox.map((root) =>
      place('vfox', env['VFOX_CACHE'] || join(root, 'cache'), 'golang', /^v-/, /^(go|golang)-/),
    ),
    ...roots.proto.map((root) => place('proto', join(root, 'tools', 'go'), anyVersion)),
    place('module-cache', join(moduleCache, 'golang.org'), /^toolchain@v0\.0\.1-go/),
  ];
}

function place(manager: GoManager, folder: string, ...steps: (string | RegExp)[]): Place {
  return { manager, folder, steps };
}

/** What belongs to the machine rather than to one user. */
function machinePlaces({ os, env, home }: Pick<System, 'os' | 'env' | 'home'>): Place[] {
  if (os === 'windows') return [place('official', join(env['ProgramFiles'] || 'C:\\Program Files', 'Go'))];
  const prefixes =
    os === 'darwin'
      ? ['/opt/homebrew', '/usr/local']
      : ['/home/linuxbrew/.linuxbrew', join(home, '.linuxbrew')];
  const cellars = prefixes.map((prefix) => join(prefix, 'Cellar'));
  const own = env['HOMEBREW_CELLAR'] || (env['HOMEBREW_PREFIX'] && join(env['HOMEBREW_PREFIX'], 'Cellar'));
  const homebrew = [...new Set([...(own ? [own] : []), ...cellars])];
  return [
    place('official', '/usr/local/go'),
    // opt/ only links to the Cellar, which has every version.
    ...homebrew.map((cellar) => place('homebrew', cellar, goFormula, /^\d/, 'libexec')),
    ...(os === 'darwin'
      ? [place('macports', '/opt/local/lib', /^go(-[\d.]+)?$/)]
      : [
          // Debian: go-1.22, and go for its default; Alpine, Arch: go; Fedora: golang.
          place('system', '/usr/lib', /^go(lang|-\d[\d.]*)?$/),
          // One folder a revision, and `current`.
          place('snap', '/snap/go', /^(\d+|current)$/),
        ]),
  ];
}

/** Where each manager keeps its things: its variable, else its default. */
export function managerRoots({ env, home }: Pick<System, 'env' | 'home'>) {
  const data = env['XDG_DATA_HOME'] || join(home, '.local', 'share');
  const mise = env['MISE_DATA_DIR'] || join(data, 'mise');
  return {
    gvm: env['GVM_ROOT'] || join(home, '.gvm'),
    goenv: env['GOENV_ROOT'] || join(home, '.goenv'),
    asdf: env['ASDF_DATA_DIR'] || join(home, '.asdf'),
    miseInstalls: env['MISE_INSTALLS_DIR'] || join(mise, 'installs'),
    // voidint/g reads G_HOME only while its "experimental" switch is on.
    g: (env['G_EXPERIMENTAL']?.toLowerCase() === 'true' && env['G_HOME']) || join(home, '.g'),
    // stefanmaric/g copies the version in use into GOROOT, and keeps all of them in there.
    otherG: env['GOROOT'] || join(home, '.go'),
    gobrew: join(env['GOBREW_ROOT'] || home, '.gobrew'),
    goup: join(home, '.go'),
    goupRs: env['GOUP_HOME'] || join(home, '.goup'),
    // Its folder was renamed.
    vfox: env['VFOX_HOME'] ? [env['VFOX_HOME']] : [join(home, '.version-fox'), join(home, '.vfox')],
    // Older versions never look into XDG's folder.
    proto: env['PROTO_HOME']
      ? [env['PROTO_HOME']]
      : [...(env['XDG_DATA_HOME'] ? [join(env['XDG_DATA_HOME'], 'proto')] : []), join(home, '.proto')],
  };
}
