import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { failure } from '#contract/failure';
import { withAbsolutePath } from '#core/system';
import type { Host } from './host.ts';

/** The terminal sends Ctrl-C to both processes; only the program decides what it means. */
function ignore(): void {}

function startFailure(file: string, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'ENOENT') return failure('process.not-found', { command: file }, cause);
  if (cause.code === 'EACCES') return failure('process.not-allowed', { command: file }, cause);
  return cause;
}

/**
 * Runs a program in place of this one: with the same terminal and with signals forwarded. Returns its exit code, or
 * 128 + n if signal n ended it. `changes`: variables to set, or null to unset. Failures: process.not-found,
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
    // Registered before the program starts, so that a signal during the start is not lost.
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', process.stdin.isTTY ? ignore : forward);
    process.on('SIGTERM', forward).on('SIGHUP', forward);
    host.handOver();
    const child = spawn(file, args, { stdio: 'inherit', env: withAbsolutePath(env) });
    child.once('error', (cause) => reject(startFailure(file, cause)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
