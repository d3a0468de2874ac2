import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { failure } from '#contract/failure';
import type { Host } from './host.ts';

/** A terminal sends Ctrl-C to both of us; the program alone decides what it means. */
function ignore(): void {}

function startFailure(file: string, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'ENOENT') return failure('process.not-found', { command: file }, cause);
  if (cause.code === 'EACCES') return failure('process.not-allowed', { command: file }, cause);
  return cause;
}

/**
 * Runs a program in our place: same terminal, signals passed on, its exit code (128 + n when signal n ended it).
 * The program sees the user's variables with `changes` made; null clears one. Failures: process.not-found,
 * process.not-allowed.
 */
export function replaceProcess(
  host: Host,
  file: string,
  args: readonly string[],
  changes: Readonly<Record<string, string | null>>,
): Promise<number> {
  const env: Record<string, string | undefined> = { ...host.system.env };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete env[name];
    else env[name] = value;
  }
  return new Promise((resolve, reject) => {
    // Before the program starts: a signal that comes meanwhile is handed out after this, and would be lost.
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', process.stdin.isTTY ? ignore : passOn);
    process.on('SIGTERM', passOn).on('SIGHUP', passOn);
    host.handOver();
    const child = spawn(file, args, { stdio: 'inherit', env });
    child.once('error', (cause) => reject(startFailure(file, cause)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
