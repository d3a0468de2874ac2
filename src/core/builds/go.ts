import { resolve } from 'node:path';
import { failure } from '#contract/failure';
import type { InstallProgress } from '#contract/install-progress';
import type { System } from '#core/system';
import { folderAfterChdir, providedGo } from '#core/switching';

/** A Go, and the folder and environment in which it runs. */
export interface GoInFolder {
  /** The `bin/go` that is started. It may switch to another Go by itself. */
  path: string;
  /** The folder it runs in, `-C` applied. */
  dir: string;
  /** The whole environment it runs in. */
  env: Readonly<Record<string, string | undefined>>;
}

/** The settings that `go env` reports. null: not reported. */
export interface GoEnvironment {
  /** The Go that does the work there, which Go's own switching may have chosen: `go1.25.0`. */
  goVersion: string | null;
  target: string | null;
  cgo: boolean | null;
  goflags: string;
  /** `.exe` or nothing. */
  exeSuffix: string;
}

/**
 * Resolves the Go for the folder that the build runs in: `dir`, after `chdir` (Go's -C flag). `go`: a version to use
 * instead; `env`: additional variables. Installs it first if the user wants that (see providedGo). Failures:
 * folder.not-found, toolchain.not-installed, toolchain.not-provided, version.unreadable, cancelled, and those of
 * `resolveGo`.
 */
export async function* chooseGo(
  system: System,
  request: { dir: string; go?: string | undefined; env?: Readonly<Record<string, string>> | undefined },
  chdir: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<InstallProgress, GoInFolder> {
  // Go itself reports a -C without a value.
  const dir = chdir ? await folderAfterChdir(request.dir, chdir) : request.dir;
  if (dir === null) throw failure('folder.not-found', { path: resolve(request.dir, chdir ?? '') });
  const { path, env } = yield* providedGo(system, { dir, version: request.go }, signal);
  return { path, dir, env: { ...env, ...request.env } };
}

/** Runs `go env`, which reads the user's settings file and knows the default for cgo. */
export async function readGoEnvironment(
  system: System,
  go: GoInFolder,
  signal: AbortSignal | undefined,
): Promise<GoEnvironment> {
  const { exitCode, stdout } = await system.run({
    file: go.path,
    args: ['env', '-json', 'GOVERSION', 'GOOS', 'GOARCH', 'CGO_ENABLED', 'GOFLAGS', 'GOEXE'],
    cwd: go.dir,
    env: go.env,
    timeoutMs: 10 * 60_000, // it may download the toolchain that go.mod names
    ...(signal && { signal }),
  });
  if (exitCode !== 0) return { goVersion: null, target: null, cgo: null, goflags: '', exeSuffix: '' };
  const said = JSON.parse(stdout) as Record<string, string | undefined>;
  return {
    goVersion: said['GOVERSION'] || null,
    target: said['GOOS'] && said['GOARCH'] ? `${said['GOOS']}/${said['GOARCH']}` : null,
    cgo: said['CGO_ENABLED'] === undefined ? null : said['CGO_ENABLED'] === '1',
    goflags: said['GOFLAGS'] ?? '',
    exeSuffix: said['GOEXE'] ?? '',
  };
}
