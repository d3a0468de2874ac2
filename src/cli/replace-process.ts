import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { failure } from '#contract/failure';
import type { Host } from './host.ts';

/** The terminal sends Ctrl-C to both of us; the program alone decides what it means. */
function ignore(): void {}

/**
 * Runs a program in our place: same terminal, signals passed on, its exit code (128 + n when signal n ended it).
 * The program sees the user's variables with `changes` made; null clears one.
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
    const child = spawn(file, args, { stdio: 'inherit', env });
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', ignore).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'ENOENT' ? failure('process.not-found', { command: file }, cause) : cause);
    });
    child.once('close', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
