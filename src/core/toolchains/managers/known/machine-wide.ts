// Installations that belong to the machine rather than to one user.
import { dirname, join } from 'node:path';
import { isOneWord, type Machine, type Manager, place, uninstallBy } from './manager.ts';

/** https://go.dev/doc/install, https://go.dev/doc/manage-install#uninstalling */
export const official: Manager = {
  places: ({ os, env }) => [
    place(os === 'windows' ? join(env['ProgramFiles'] || 'C:\\Program Files', 'Go') : '/usr/local/go'),
  ],
  // Of the machine's installations, the one that every user gets.
  defaults: () => [{ link: '/usr/local/go' }],
  profileMark: /\/usr\/local\/go\/bin|GOROOT=["']?\/usr\/local\/go\b/,
  uninstall: () => 'sudo rm -rf /usr/local/go /etc/paths.d/go',
};

/** https://docs.brew.sh/Formula-Cookbook: `go` and `go@1.22`. */
export const homebrew: Manager = {
  // opt/ only links to the Cellar, which has every version.
  places: (machine) => cellars(machine).map((cellar) => place(cellar, /^go(@[\d.]+)?$/, /^\d/, 'libexec')),
  defaults: ({ os, env }) => {
    const own = env['HOMEBREW_PREFIX'] || (env['HOMEBREW_CELLAR'] && dirname(env['HOMEBREW_CELLAR']));
    const usual = os === 'darwin' ? ['/opt/homebrew', '/usr/local'] : ['/home/linuxbrew/.linuxbrew'];
    return [...(own ? [own] : []), ...usual].map((prefix) => ({ link: join(prefix, 'bin', 'go') }));
  },
  // Not /opt/go, which users create by hand.
  profileMark: /\bCellar\/go(@[\d.]+)?\/|[\w)}]\/opt\/go(lang)?(@[\d.]+)?\/|brew --prefix go(lang)?\b/,
  otherLanguages: true,
  // Both /usr/local (Intel) and /opt/homebrew may exist, each with its own `brew`.
  uninstall: (goroot) => {
    const [, prefix = '', formula = ''] = /^(.*)\/Cellar\/(go(?:@[\d.]+)?)\//.exec(goroot) ?? [];
    return isOneWord(prefix) ? `${prefix}/bin/brew uninstall ${formula}` : null;
  },
};

function cellars({ os, env, home }: Machine): string[] {
  if (os === 'windows') return [];
  const prefixes =
    os === 'darwin'
      ? ['/opt/homebrew', '/usr/local']
      : ['/home/linuxbrew/.linuxbrew', join(home, '.linuxbrew')];
  const usual = prefixes.map((prefix) => join(prefix, 'Cellar'));
  const own = env['HOMEBREW_CELLAR'] || (env['HOMEBREW_PREFIX'] && join(env['HOMEBREW_PREFIX'], 'Cellar'));
  return [...new Set([...(own ? [own] : []), ...usual])];
}

export const macports: Manager = {
  places: ({ os }) => (os === 'darwin' ? [place('/opt/local/lib', /^go(-[\d.]+)?$/)] : []),
  defaults: () => [{ link: '/opt/local/bin/go' }],
  profileMark: /\/opt\/local\/lib\/go\b/,
  otherLanguages: true,
  uninstall: uninstallBy(/\/lib\/(go[^/]*)$/, (name) => `sudo port uninstall ${name}`),
};

const hasPackages = ({ os }: Machine): boolean => os !== 'windows' && os !== 'darwin';

/** The distribution's own packages. */
export const system: Manager = {
  // Debian: go-1.22, and go for its default; Alpine, Arch: go; Fedora: golang.
  places: (machine) => (hasPackages(machine) ? [place('/usr/lib', /^go(lang|-\d[\d.]*)?$/)] : []),
  defaults: () => [{ link: '/usr/bin/go' }],
  profileMark: /\/usr\/lib\/go(lang|-[\d.]+)?\b/,
  otherLanguages: true,
};

export const snap: Manager = {
  // One folder per revision, and `current`.
  places: (machine) => (hasPackages(machine) ? [place('/snap/go', /^(\d+|current)$/)] : []),
  defaults: () => [{ link: '/snap/go/current' }],
  profileMark: /\/snap\/go\b/,
  otherLanguages: true,
};
