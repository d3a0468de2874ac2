import { resolve } from 'node:path';
import type { InstallProgress } from '#contract/install-progress';
import type { System } from '#core/system';
import { providedGo } from '#core/switching';

/** A Go, and the folder and environment in which it runs. */
export interface GoInFolder {
  version: string;
  /** Its `bin/go`. */
  path: string;
  /** The folder it runs in, `-C` applied. */
  dir: string;
  /** The whole environment it runs in. */
  env: Readonly<Record<string, string | undefined>>;
}

/** The settings that `go env` reports. null: not reported. */
export interface GoEnvironment {
  target: string | null;
  cgo: boolean | null;
  goflags: string;
  /** `.exe` or nothing. */
  exeSuffix: string;
}

/**
 * The Go of `dir` (or `version`, when given), made ready to run with some variables on top; installed first where the
 * user wants that (see providedGo). Failures: toolchain.not-installed, toolchain.not-provided, version.unreadable,
 * cancelled, and whatever resolving may fail with.
 */
export async function* chooseGo(
  system: System,
  request: { dir: string; go?: string | undefined; env?: Readonly<Record<string, string>> | undefined },
  chdir: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, GoInFolder> {
  const wanted = { dir: request.dir, version: request.go };
  const { version, path, env } = yield* providedGo(system, wanted, signal);
  return {
    version,
    path,
    dir: chdir === null ? request.dir : resolve(request.dir, chdir),
    env: { ...env, ...request.env },
  };
}

/** Runs `go env`, which reads the user's settings file and knows the default for cgo. */
export async function readGoEnvironment(
  system: System,
  go: GoInFolder,
  signal: AbortSignal | undefined,
): Promise<GoEnvironment> {
  const { exitCode, stdout } = await system.run({
    file: go.path,
    args: ['env', '-json', 'GOOS', 'GOARCH', 'CGO_ENABLED', 'GOFLAGS', 'GOEXE'],
    cwd: go.dir,
    env: go.env,
    ...(signal && { signal }),
  });
  if (exitCode !== 0) return { target: null, cgo: null, goflags: '', exeSuffix: '' };
  const said = JSON.parse(stdout) as Record<string, string | undefined>;
  return {
    target: said['GOOS'] && said['GOARCH'] ? `${said['GOOS']}/${said['GOARCH']}` : null,
    cgo: said['CGO_ENABLED'] === undefined ? null : said['CGO_ENABLED'] === '1',
    goflags: said['GOFLAGS'] ?? '',
    exeSuffix: said['GOEXE'] ?? '',
  };
}
