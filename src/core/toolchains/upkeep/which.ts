import { failure } from '#contract/failure';
import type { Installed } from '../installed.ts';
import { archFromIndex } from '../targets.ts';
import { parseVersion } from '../versions.ts';

/** Which toolchains somebody means; left out: all. */
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
      (version === null || each.version === version) &&
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
