import { spawnSync } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import type { Contender } from './timing.ts';

/** Fixed, so that two runs of the benchmark can be compared. 50 MB, fetched by the first benchmark and kept. */
const version = '2026.9.15';

/** The path of mise, from PATH or from its npm package; null if neither is available. */
export function findMise(): string | null {
  const installed = onPath('mise');
  if (installed) return installed;
  const folder = join(tmpdir(), 'burrow-bench-cache');
  const name = `@jdxcode/mise-${process.platform === 'darwin' ? 'macos' : process.platform}-${process.arch}`;
  const mise = join(folder, 'node_modules', name, 'bin/mise');
  if (!isProgram(mise)) {
    const options = ['--prefix', folder, '--no-save', '--ignore-scripts'];
    spawnSync('npm', ['install', ...options, `${name}@${version}`], { stdio: 'ignore', timeout: 300_000 });
  }
  return isProgram(mise) ? mise : null;
}

/** The environment without variables that distort the measurement: RUST_BACKTRACE makes mise ten times slower. */
export const nothingElse: Record<string, undefined> = Object.fromEntries(
  Object.keys(process.env).map((name) => [name, undefined]),
);

/** Configures mise to use this Go in `project`; returns the command that runs `go version` through its shim in `cwd`. */
export function miseContender(
  mise: string,
  at: { home: string; goroot: string; version: string; project: string; cwd: string },
): Contender {
  const shims = join(at.home, 'data/shims');
  const env = {
    ...nothingElse,
    PATH: [shims, process.env['PATH']].join(delimiter),
    HOME: at.home,
    PWD: at.cwd,
    GOTOOLCHAIN: 'local',
    MISE_DATA_DIR: join(at.home, 'data'),
    MISE_CONFIG_DIR: join(at.home, 'config'),
    MISE_CACHE_DIR: join(at.home, 'cache'),
    MISE_STATE_DIR: join(at.home, 'state'),
    MISE_OFFLINE: '1',
    MISE_YES: '1',
  };
  writeFileSync(join(at.project, '.tool-versions'), `go ${at.version}\n`);
  for (const args of [['link', `go@${at.version}`, at.goroot], ['reshim']]) {
    const ran = spawnSync(mise, args, { cwd: at.cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`mise ${args.join(' ')}: ${ran.stderr}`);
  }
  return { name: 'mise', file: join(shims, 'go'), args: ['version'], cwd: at.cwd, env };
}

/** The first program with that name on PATH, or null. */
export function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
