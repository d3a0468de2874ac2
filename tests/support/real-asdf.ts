import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { commandTimeoutMs } from './limits.ts';
import { onPath } from './on-path.ts';
import { testCache } from './test-cache.ts';

/** Pinned, so that runs can be compared. */
const version = 'v0.20.0';
const folder = testCache('managers/bin');

/** The real asdf, from PATH or built by `installAsdf`; null if there is none. */
export function findAsdf(): string | null {
  return onPath('asdf', [folder]);
}

/** Builds asdf from its module, unless it is installed already. Returns why that failed, or null. */
export function installAsdf(say: (line: string) => void): string | null {
  if (findAsdf() !== null) return null;
  const go = onPath('go');
  if (go === null) return 'there is no Go on PATH';
  const module = `github.com/asdf-vm/asdf/cmd/asdf@${version}`;
  say(`go install ${module}`);
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '' };
  const done = spawnSync(go, ['install', module], { env, encoding: 'utf8', timeout: commandTimeoutMs });
  if (findAsdf() !== null) return null;
  return done.stderr?.trim().split('\n').at(-1) ?? 'go install failed';
}
