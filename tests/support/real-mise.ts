import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { commandTimeoutMs } from './limits.ts';
import { isProgram, onPath } from './on-path.ts';
import { testCache } from './test-cache.ts';

/** Pinned, so that runs can be compared. */
const version = '2026.9.15';
const folder = testCache('managers');
const name = `@jdxcode/mise-${process.platform === 'darwin' ? 'macos' : process.platform}-${process.arch}`;
const program = join(folder, 'node_modules', name, 'bin/mise');

/** The real mise, from PATH or installed by `installMise`; null if there is none. */
export function findMise(): string | null {
  return onPath('mise') ?? (isProgram(program) ? program : null);
}

/** Installs mise's npm package (50 MB), unless mise is installed already. Returns why that failed, or null. */
export function installMise(say: (line: string) => void): string | null {
  if (findMise() !== null) return null;
  const wanted = `${name}@${version}`;
  say(`npm install ${wanted}`);
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', wanted];
  const done = spawnSync('npm', args, { encoding: 'utf8', timeout: commandTimeoutMs });
  if (findMise() !== null) return null;
  return done.stderr?.trim().split('\n').at(-1) ?? 'npm install failed';
}
