import { dirname } from 'node:path';
import { isFailure } from '#contract/failure';
import { isProgram, readStart, realPath, type System } from '#core/system';
import { gosOnPath, parseVersion, versionIn } from '#core/toolchains';
import { shimMark } from './shim-mark.ts';

/** A Go on PATH that is not a shim of Burrow's. */
export interface OtherGo {
  /** As it stands on PATH, links not followed. */
  file: string;
  /**
   * Its GOROOT and version, read from the VERSION file; null where there is none: it is the shim of another version
   * manager, a script, or a Go from a checkout. See `knowingFirst`.
   */
  goroot: string | null;
  version: string | null;
}

/** Every Go on PATH outside `shims`, in the order of PATH. Relative entries are left out, as Go leaves them out. */
export async function otherGos(system: Pick<System, 'env' | 'os'>, shims: string): Promise<OtherGo[]> {
  const found = await Promise.all(gosOnPath(system, shims).map(readOther));
  return found.filter((other) => other !== null);
}

/**
 * The Gos on PATH with the first one's GOROOT and version, as it is from `dir`. Where VERSION does not tell them, it is
 * asked: the shim of another version manager runs one Go in this folder and another in that. Such a shim may only lead
 * to the next Go on PATH, as for `system`; then it is left out, as Burrow's own shim leaves it out.
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
    // It cannot be started, or is slow: what it runs is not known.
    if (isFailure(error)) return others;
    throw error;
  }
  // Its manager says why it runs none, or it led to nothing.
  if (told === null) return more.some(({ version }) => version !== null) ? others : [];
  if (told.goroot === '') return others;
  const goroot = (await realPath(told.goroot)) ?? told.goroot;
  const next = more.findIndex(({ version }) => version !== null);
  if (more[next]?.goroot === goroot) return more.slice(next);
  return [{ ...first, goroot, version: parseVersion(told.version) }, ...more];
}

/**
 * What the `go` at `file` says about itself in `dir`; null where it fails, like a shim whose manager has no version for
 * that folder. It runs as Burrow's shim runs it for `system`, but stays the version that it is. Failures: those of
 * starting a process.
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

async function readOther(file: string): Promise<OtherGo | null> {
  if (!(await isProgram(file)) || (await isShim(file))) return null;
  const real = await realPath(file);
  const goroot = real === null ? null : dirname(dirname(real));
  const version = goroot === null ? null : await versionIn(goroot);
  return { file, goroot: version === null ? null : goroot, version };
}

/** Also one of another Burrow's home, or one that is reached by another path. */
async function isShim(file: string): Promise<boolean> {
  const [, second = ''] = ((await readStart(file, 200)) ?? '').split('\n');
  return second.startsWith(shimMark);
}
