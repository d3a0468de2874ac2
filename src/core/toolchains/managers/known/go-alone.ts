// Managers of Go alone.
import { join } from 'node:path';
import {
  anyVersion,
  goVersion,
  isOneWord,
  type Machine,
  type Manager,
  place,
  uninstallBy,
} from './manager.ts';
import { firstWord, gvmEnvironment } from './version-text.ts';

/** `go install golang.org/dl/go1.26.1@latest` (https://go.dev/doc/manage-install). */
export const sdk: Manager = {
  places: ({ home }) => [place(join(home, 'sdk'), goVersion)],
  profileMark: /\bsdk\/go\d/,
  uninstall: (goroot) => (isOneWord(goroot) ? `rm -rf ${goroot}` : null),
};

/** Downloaded by Go's own toolchain switching. */
export const moduleCache: Manager = {
  places: (_machine, cache) => [place(join(cache, 'golang.org'), /^toolchain@v0\.0\.1-go/)],
  uninstall: () => 'burrow prune --caches',
};

const gvmRoot = ({ env, home }: Machine): string => env['GVM_ROOT'] || join(home, '.gvm');

export const gvm: Manager = {
  places: (machine) => [place(join(gvmRoot(machine), 'gos'), goVersion)],
  defaults: (machine) => [{ file: join(gvmRoot(machine), 'environments', 'default'), read: gvmEnvironment }],
  profileMark: /\.gvm\b|\/scripts\/gvm\b|\bGVM_ROOT\b|\bgvm (use|pkgset)\b/,
  uninstall: uninstallBy(/\/gos\/([^/]+)$/, (name) => `gvm uninstall ${name}`),
};

const goenvRoot = ({ env, home }: Machine): string => env['GOENV_ROOT'] || join(home, '.goenv');

export const goenv: Manager = {
  places: (machine) => [place(join(goenvRoot(machine), 'versions'), anyVersion)],
  defaults: (machine) => [{ file: join(goenvRoot(machine), 'version'), read: firstWord }],
  profileMark: /\.goenv\b|\bGOENV_[A-Z]+\b|\bgoenv (init|rehash)\b/,
  uninstall: uninstallBy(/\/versions\/([^/]+)$/, (name) => `goenv uninstall ${name}`),
};

/** voidint/g uses G_HOME only while its "experimental" switch is on. */
const gRoot = ({ env, home }: Machine): string =>
  (env['G_EXPERIMENTAL']?.toLowerCase() === 'true' && env['G_HOME']) || join(home, '.g');
/** stefanmaric/g copies the version in use into GOROOT, and keeps all versions there. */
const otherGRoot = ({ env, home }: Machine): string => env['GOROOT'] || join(home, '.go');

/** Two tools with one name: github.com/voidint/g and github.com/stefanmaric/g. */
export const g: Manager = {
  places: (machine) => [
    place(join(gRoot(machine), 'versions'), anyVersion),
    place(join(otherGRoot(machine), '.versions'), anyVersion),
  ],
  defaults: (machine) => [
    { link: join(gRoot(machine), 'go') },
    { file: join(otherGRoot(machine), 'VERSION'), read: firstWord },
  ],
  profileMark: /\.g\/(env|bin|go)\b|\bG_(MIRROR|HOME|EXPERIMENTAL)\b|\bunalias g\b|# g-install:/,
  // The tool with the hidden folder has another command.
  uninstall: uninstallBy(/\/(\.?versions\/[^/]+)$/, (name) =>
    name.replace(/^\.versions\//, 'g remove ').replace(/^versions\//, 'g uninstall '),
  ),
};

const gobrewRoot = ({ env, home }: Machine): string => join(env['GOBREW_ROOT'] || home, '.gobrew');

export const gobrew: Manager = {
  places: (machine) => [place(join(gobrewRoot(machine), 'versions'), anyVersion, 'go')],
  defaults: (machine) => [{ link: join(gobrewRoot(machine), 'current', 'bin') }],
  profileMark: /\.gobrew\b|\bGOBREW_[A-Z]+\b/,
  uninstall: uninstallBy(/\/versions\/([^/]+)\/go$/, (name) => `gobrew uninstall ${name}`),
};

const goupRoot = ({ home }: Machine): string => join(home, '.go');
const goupRsRoot = ({ env, home }: Machine): string => env['GOUP_HOME'] || join(home, '.goup');

/** Two tools with one name: github.com/owenthereal/goup and github.com/thinkgos/goup-rs. */
export const goup: Manager = {
  places: (machine) => [
    place(goupRoot(machine), goVersion),
    place(goupRsRoot(machine), goVersion),
    place(goupRsRoot(machine), goVersion, 'go'),
  ],
  defaults: (machine) => [
    { link: join(goupRoot(machine), 'current') },
    { link: join(goupRsRoot(machine), 'current') },
  ],
  profileMark: /\.go\/(env|bin|current)\b|\.goup\b|\bGOUP_[A-Z]+\b/,
  uninstall: uninstallBy(/\/go([\d.][^/]*)(?:\/go)?$/, (name) => `goup remove ${name}`),
};
