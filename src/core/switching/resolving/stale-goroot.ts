import { failure } from '#contract/failure';
import { realPath, type System } from '#core/system';
import { readUserEnvFile } from '#core/toolchains';
import type { Installed } from './decide.ts';
import type { OtherGo } from './other-go.ts';

/**
 * A warning if GOROOT is not that of the Go that runs. Burrow and its shims do not pass it on, but a Go that is started
 * without them fails with "compile: version … does not match go tool version …". Empty if GOROOT is not set, is right,
 * or if the GOROOT of the Go that runs is not known.
 */
export async function staleGoroot(
  system: System,
  runs: Installed | OtherGo | null,
): Promise<{ code: string; params: Record<string, unknown> }[]> {
  const own = runs && ('file' in runs ? runs.goroot : runs.path);
  if (own === null) return [];
  const variable = system.env['GOROOT'];
  const set = variable ? { value: variable, file: null } : await writtenGoroot(system);
  if (set === null || (await realPath(set.value)) === (await realPath(own))) return [];
  const { code, params } = failure('switching.stale-goroot', {
    goroot: set.value,
    file: set.file,
    runs: own,
  });
  return [{ code, params }];
}

/**
 * The variables that a Go needs to use its own GOROOT: none, unless `go env -w` wrote a GOROOT. That one applies to
 * every Go, and only the variable overrides it. The shim does the same (resources/shims/goroot.sh).
 */
export async function gorootVariable(system: System, goroot: string): Promise<{ GOROOT?: string }> {
  return (await writtenGoroot(system)) === null ? {} : { GOROOT: goroot };
}

/** The GOROOT that `go env -w` wrote, and the file; null if there is none. */
async function writtenGoroot(system: System): Promise<{ value: string; file: string } | null> {
  const file = await readUserEnvFile(system);
  const value = file?.variables.get('GOROOT')?.value;
  return file && value ? { value, file: file.path } : null;
}
