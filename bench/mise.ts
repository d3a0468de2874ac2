import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { findMise, installMise } from '#testing/real-mise';
import type { Contender } from './timing.ts';

/** The peer; null where it cannot be had. */
export function benchedMise(): string | null {
  installMise(() => undefined);
  return findMise();
}

/** Unsets all variables of this process: RUST_BACKTRACE alone makes mise ten times slower. */
export const nothingElse: Record<string, undefined> = Object.fromEntries(
  Object.keys(process.env).map((name) => [name, undefined]),
);

/** Links this Go into mise and pins it in `project`; returns `go version` through mise's shim, run in `cwd`. */
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
