import { failure } from '#contract/failure';
import type { Toolchain } from '#contract/toolchains';
import type { System } from '#core/system';
import type { Installed } from '../store/index.ts';
import { archFromIndex, isLanguageVersion, minorOf, parseVersion } from '../versions/index.ts';
import { listToolchains } from './list.ts';

/** A toolchain as users name it: by its exact version, and by its target when there are several. */
export interface Named {
  version: string;
  os?: string | undefined;
  arch?: string | undefined;
}

/**
 * The toolchain with this name: `1.2` never means go1.20.5. Failures: version.unreadable, toolchain.not-installed,
 * toolchain.ambiguous.
 */
export async function namedToolchain(system: System, wanted: Named): Promise<Toolchain> {
  return theOne(await listToolchains(system), wanted);
}

/** Like `namedToolchain`, among these toolchains; pure. */
export function theOne(toolchains: readonly Toolchain[], wanted: Named): Toolchain {
  const version = parseVersion(wanted.version);
  if (version === null) throw failure('version.unreadable', { input: wanted.version, exact: true });
  const matches = toolchains.filter(
    (each) =>
      each.version === version &&
      (wanted.os === undefined || each.os === wanted.os) &&
      (wanted.arch === undefined || each.arch === archFromIndex(wanted.arch)),
  );
  const [toolchain] = matches;
  if (!toolchain) {
    const installed = toolchains.map((each) => each.version);
    throw failure('toolchain.not-installed', {
      wanted: version.replace(/^go/, ''),
      installed,
      because: '',
      mustExist: true,
    });
  }
  if (matches.length > 1) {
    const targets = matches.map(({ os, arch }) => `${version} ${os}/${arch}`);
    throw failure('toolchain.ambiguous', { wanted: wanted.version, matches: targets });
  }
  return toolchain;
}

/** A selection of toolchains: of one version, of all patches of a minor version, or, when left out, all. */
export interface Which {
  version?: string | undefined;
  os?: string | undefined;
  arch?: string | undefined;
}

/** The installed toolchains that are selected; pure. Failures: version.unreadable, toolchain.not-installed. */
export function meant(
  installed: readonly Installed[],
  { version: text, os, arch }: Which,
): readonly Installed[] {
  const version = text === undefined ? null : parseVersion(text);
  if (text !== undefined && version === null)
    throw failure('version.unreadable', { input: text, exact: true });
  const found = installed.filter(
    (each) =>
      (version === null || each.version === version || isPatchOf(each.version, version)) &&
      (os === undefined || each.os === os) &&
      (arch === undefined || each.arch === archFromIndex(arch)),
  );
  if (found.length > 0 || text === undefined) return found;
  throw failure('toolchain.not-installed', {
    wanted: text,
    installed: installed.map((each) => each.version),
    because: '',
    mustExist: true,
  });
}

/** `1.22` means all its patches, as for `install` and `use`; up to Go 1.20 it is a release of its own. */
function isPatchOf(version: string, minor: string): boolean {
  return isLanguageVersion(minor) && minorOf(version) === minor;
}
