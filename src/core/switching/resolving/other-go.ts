import { dirname } from 'node:path';
import { isFailure } from '#contract/failure';
import { isProgram, readStart, realPath, type System } from '#core/system';
import { gosOnPath, parseVersion, versionIn } from '#core/toolchains';
import { shimMark } from './shim-mark.ts';

/** A Go on PATH that is not a shim of Burrow's. */
export interface OtherGo {
  /** Its path as found on PATH, links not followed. */
  file: string;
  /**
   * Its GOROOT and version, read from the VERSION file; null if there is none: then it is the shim of another version
   * manager, a script, or a Go built from a checkout. See `knowingFirst`.
   */
  goroot: string | null;
  version: string | null;
}

/** Every Go on PATH outside `shims`, in the order of PATH. Relative entries are ignored, as Go ignores them. */
export async function otherGos(system: Pick<System, 'env' | 'os'>, shims: string): Promise<OtherGo[]> {
  const found = await Promise.all(gosOnPath(system, shims).map(readOther));
  return found.filter((other) => other !== null);
}

/**
 * The Gos on PATH, with the GOROOT and version that the first one has in `dir`. Without a VERSION file, it is run to
 * find out: the shim of another version manager runs different Gos in different folders. If such a shim only runs the
 * next Go on PATH, as for `system`, it is left out, as Burrow's own shim does.
 */
export async function knowingFirst(
  system: System,
  others: readonly OtherGo[],
  dir: string,
): Promise<readonly OtherGo[]> {
  const [first, ...more] = others;
  if (!first || first.version !== null) return others;
  let told: Awaited<ReturnType<typeof askGo>>;
  try {
    told = await askGo(system, first.file, dir);
  } catch (error) {
    // It cannot be started or takes too long, so its version is not known.
    if (isFailure(error)) return others;
    throw error;
  }
  // It runs no Go here; its manager reports why.
  if (told === null) return more.some(({ version }) => version !== null) ? others : [];
  if (told.goroot === '') return others;
  const goroot = (await realPath(told.goroot)) ?? told.goroot;
  const next = more.findIndex(({ version }) => version !== null);
  if (more[next]?.goroot === goroot) return more.slice(next);
  return [{ ...first, goroot, version: parseVersion(told.version) }, ...more];
}

/**
 * Runs the `go` at `file` in `dir` to find its version and GOROOT; null if it fails, e.g. the shim of a manager that
 * has no version for that folder. It is run as Burrow's shim runs it for `system`, but without Go's own switching.
 * Failures: those of starting a process.
 */
export async function askGo(
  system: System,
  file: string,
  dir: string,
): Promise<{ version: string; goroot: string } | null> {
  const { GOROOT: _stale, ...env } = system.env;
  const { exitCode, stdout } = await system.run({
    file,
    args: ['env', 'GOVERSION', 'GOROOT'],
    cwd: dir,
    env: { ...env, BURROW_GO: 'system', GOENV: 'off', GOTOOLCHAIN: 'local' },
    timeoutMs: 10_000,
  });
  const [version = '', goroot = ''] = stdout.split('\n');
  return exitCode === 0 ? { version, goroot } : null;
}

/** A Go that is a program, with what its VERSION file says; null: it is a shim of Burrow's, or not a program. */
export async function readOther(file: string): Promise<OtherGo | null> {
  if (!(await isProgram(file)) || (await isShim(file))) return null;
  const real = await realPath(file);
  const goroot = real === null ? null : dirname(dirname(real));
  const version = goroot === null ? null : await versionIn(goroot);
  return { file, goroot: version === null ? null : goroot, version };
}

/** Whether it is a shim of any Burrow: of another home, or reached by another path. */
async function isShim(file: string): Promise<boolean> {
  const [, second = ''] = ((await readStart(file, 200)) ?? '').split('\n');
  return second.startsWith(shimMark);
}
