// Managers of many languages.
import { join } from 'node:path';
import { anyVersion, type Machine, type Manager, place, uninstallBy } from './manager.ts';
import { tomlIn, toolVersions } from './version-text.ts';

/** asdf's file, which mise reads too. */
const homeToolVersions = ({ home }: Machine) => ({ file: join(home, '.tool-versions'), read: toolVersions });

export const asdf: Manager = {
  places: ({ env, home }) => [
    // The user names the plugin: golang in its index, go by hand.
    place(join(env['ASDF_DATA_DIR'] || join(home, '.asdf'), 'installs'), /^go(lang)?$/, anyVersion, 'go'),
  ],
  defaults: (machine) => [homeToolVersions(machine)],
  profileMark: /\.asdf\b|\bASDF_[A-Z]+\b|\basdf\.(sh|bash|fish|elv)\b|\basdf exec\b|\b_asdf_shims\b/,
  otherLanguages: true,
  uninstall: uninstallBy(
    /\/installs\/([^/]+\/[^/]+)\/go$/,
    (name) => `asdf uninstall ${name.replace('/', ' ')}`,
  ),
};

/** https://mise.jdx.dev/configuration.html */
export const mise: Manager = {
  places: ({ env, home }) => {
    const data = env['XDG_DATA_HOME'] || join(home, '.local', 'share');
    const installs = env['MISE_INSTALLS_DIR'] || join(env['MISE_DATA_DIR'] || join(data, 'mise'), 'installs');
    return [
      place(installs, /^go(lang)?$/, anyVersion),
      // With an asdf plugin.
      place(installs, /^go(lang)?$/, anyVersion, 'go'),
    ];
  },
  defaults: (machine) => {
    const { env, home } = machine;
    const config = env['MISE_CONFIG_DIR'] || join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'mise');
    return [
      { file: env['MISE_GLOBAL_CONFIG_FILE'] || join(config, 'config.toml'), read: tomlIn('tools') },
      homeToolVersions(machine),
    ];
  },
  profileMark: /\bmise (activate|env|hook-env)\b|\bMISE_[A-Z]+\b|\bmise\/shims\b/,
  otherLanguages: true,
  uninstall: uninstallBy(
    /\/installs\/([^/]+\/[^/]+?)(?:\/go)?$/,
    (name) => `mise uninstall ${name.replace('/', '@')}`,
  ),
};

/** Its folder was renamed at some point. */
const vfoxRoots = ({ env, home }: Machine): string[] =>
  env['VFOX_HOME'] ? [env['VFOX_HOME']] : [join(home, '.version-fox'), join(home, '.vfox')];

/** Its files, according to internal/pathmeta in its sources. */
export const vfox: Manager = {
  places: (machine) =>
    vfoxRoots(machine).map((root) =>
      place(machine.env['VFOX_CACHE'] || join(root, 'cache'), 'golang', /^v-/, /^(go|golang)-/),
    ),
  defaults: (machine) => [
    // Since 1.0, even when VFOX_HOME has what all users share.
    { file: join(machine.home, '.vfox', '.vfox.toml'), read: tomlIn('tools') },
    ...vfoxRoots(machine).map((root) => ({ file: join(root, '.tool-versions'), read: toolVersions })),
  ],
  pins: ['.vfox.toml', 'vfox.toml'].map((file) => ({ file, read: tomlIn('tools') })),
  profileMark: /\bvfox activate\b|\.(version-fox|vfox)\b|\bVFOX_[A-Z]+\b/,
  otherLanguages: true,
  uninstall: uninstallBy(/\/golang\/v-([^/]+)\//, (name) => `vfox uninstall golang@${name}`),
};

/** Older versions do not read XDG's folder. */
const protoRoots = ({ env, home }: Machine): string[] =>
  env['PROTO_HOME']
    ? [env['PROTO_HOME']]
    : [...(env['XDG_DATA_HOME'] ? [join(env['XDG_DATA_HOME'], 'proto')] : []), join(home, '.proto')];

/** https://moonrepo.dev/docs/proto/config */
export const proto: Manager = {
  places: (machine) => protoRoots(machine).map((root) => place(join(root, 'tools', 'go'), anyVersion)),
  defaults: (machine) =>
    protoRoots(machine).map((root) => ({ file: join(root, '.prototools'), read: tomlIn(null) })),
  pins: [{ file: '.prototools', read: tomlIn(null) }],
  profileMark: /\.proto\/(bin|shims)\b|\bPROTO_HOME\b|\bproto activate\b/,
  otherLanguages: true,
  uninstall: uninstallBy(/\/tools\/go\/([^/]+)$/, (name) => `proto uninstall go ${name}`),
};
