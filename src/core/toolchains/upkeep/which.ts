import { failure } from '#contract/failure';
import type { Installed } from '../installed.ts';
import { archFromIndex } from '../targets.ts';
import { isLanguageVersion, minorOf, parseVersion } from '../versions.ts';

/** Which toolchains somebody means: of one version, of all patches of a minor one, or, left out, all. */
export interface Which {
  version?: string | undefined;
  os?: string | undefined;
  arch?: string | undefined;
}

/** Those of the installed toolchains that are meant; pure. Failures: version.unreadable, toolchain.not-installed. */
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
