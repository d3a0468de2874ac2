import type { Inspection, RunFacts } from '#contract/binaries';

/** What Go records of a build, as far as it matters where the program runs. */
export type SettingFacts = Pick<RunFacts, 'race' | 'trimpath' | 'cgo' | 'fips140' | 'vcs'>;

/**
 * Reads the settings of a build. Go records flags only if they were given, so without a flag it was not given; without
 * any settings (Go 1.17 and older, Bazel), only the packages can tell. `packages` are the import paths of those in the
 * program; empty: not known. Pure.
 */
export function settingFacts(settings: Inspection['settings'], packages: ReadonlySet<string>): SettingFacts {
  const setting = (key: string) => settings.find((each) => each.key === key)?.value ?? null;
  const flag = (key: string) => (settings.length === 0 ? null : setting(key) === 'true');
  const contains = (path: string) => (packages.size === 0 ? null : packages.has(path));
  const cgoEnabled = setting('CGO_ENABLED');
  return {
    race: flag('-race') ?? contains('runtime/race'),
    trimpath: flag('-trimpath'),
    // CGO_ENABLED=1 allows C, but many programs have none.
    cgo: containsC(packages) ?? (cgoEnabled === null ? null : cgoEnabled === '1'),
    fips140: fipsModule(setting('GOFIPS140'), setting('DefaultGODEBUG')),
    vcs: stamp(setting),
  };
}

/** Every program with cgo has Go's package for it, but some linkers leave its functions out of the table. */
function containsC(packages: ReadonlySet<string>): boolean | null {
  if (packages.size === 0) return null;
  return packages.has('runtime/cgo') || packages.values().some((path) => path.startsWith('(C)'));
}

/** With `fips140=on` and no version, it is the module of Go's own library. */
function fipsModule(version: string | null, godebug: string | null): string | null {
  if (version !== null && version !== 'off') return version;
  const isOn = godebug?.split(',').some((each) => /^fips140=(on|only)$/.test(each)) ?? false;
  return isOn ? 'latest' : null;
}

function stamp(setting: (key: string) => string | null): RunFacts['vcs'] {
  const system = setting('vcs');
  if (system === null) return null;
  const [time, modified] = [setting('vcs.time'), setting('vcs.modified')];
  return {
    system,
    revision: setting('vcs.revision'),
    time: time === null || Number.isNaN(Date.parse(time)) ? null : time,
    modified: modified === null ? null : modified === 'true',
  };
}
