import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { execa, type Options, type Subprocess } from 'execa';
import { failure } from '#contract/failure';
import { pathFolders, withAbsolutePath } from '../on-path.ts';
import type { Command, Finished, OutputChunk, System } from '../system.ts';
import { remember } from './running.ts';

type Env = System['env'];

/** The part of execa's result that says how a process ended. */
interface Ended {
  exitCode?: number | undefined;
  signal?: NodeJS.Signals | undefined;
  code?: string | undefined;
  originalMessage?: string | undefined;
  cause?: unknown;
  isCanceled: boolean;
  timedOut: boolean;
}

/**
 * Runs a program to its end and collects its output. Failures: cancelled, process.not-found, process.not-allowed,
 * process.arguments, process.timed-out, folder.not-found.
 */
export async function run(command: Command, env: Env): Promise<Finished> {
  const startedAt = performance.now();
  refuseNul(command);
  const child = execa(command.file, command.args, {
    ...optionsOf(command, env),
    ...(command.signal && { cancelSignal: command.signal }),
  });
  remember(child.pid, child);
  letGoOfOutput(child, command);
  const result = await child;
  endDescendants(child.pid, result);
  const exitCode = exitCodeOf(command, env, result);
  return {
    exitCode,
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
    durationMs: performance.now() - startedAt,
  };
}

/**
 * Runs a program and yields its output as it arrives, in whole characters. A slow reader slows the program down instead
 * of filling memory; one that stops early ends it. Failures: as in `run`.
 */
export async function* stream(
  command: Command,
  env: Env,
): AsyncGenerator<OutputChunk, { exitCode: number; durationMs: number }> {
  const startedAt = performance.now();
  refuseNul(command);
  const left = new AbortController();
  const signal = command.signal ? AbortSignal.any([command.signal, left.signal]) : left.signal;
  const child = execa(command.file, command.args, {
    ...optionsOf(command, env),
    buffer: false,
    cancelSignal: signal,
  });
  remember(child.pid, child);
  letGoOfOutput(child, { ...command, signal });
  try {
    if (child.stdout && child.stderr) yield* merged({ stdout: child.stdout, stderr: child.stderr });
    const exitCode = exitCodeOf(command, env, await child);
    return { exitCode, durationMs: performance.now() - startedAt };
  } finally {
    left.abort();
    endDescendants(child.pid, await child);
  }
}

/** See `streamBytes`. */
export async function* bytesOf(
  command: Command & { env: Env },
): AsyncGenerator<Buffer, { exitCode: number }> {
  refuseNul(command);
  const left = new AbortController();
  const signal = command.signal ? AbortSignal.any([command.signal, left.signal]) : left.signal;
  const options = {
    ...optionsOf(command, command.env),
    buffer: false,
    stderr: 'ignore',
    cancelSignal: signal,
  };
  const child = execa(command.file, command.args, options as typeof options & { stderr: 'ignore' });
  remember(child.pid, child);
  letGoOfOutput(child, { ...command, signal });
  try {
    for await (const piece of child.nodeChildProcess.stdout ?? []) yield piece as Buffer;
    return { exitCode: exitCodeOf(command, command.env, await child) };
  } catch (error) {
    // Which of the two is seen first is not certain: that the command ends, or that its output closes.
    throw command.signal?.aborted ? failure('cancelled', {}) : error;
  } finally {
    left.abort();
    endDescendants(child.pid, await child);
  }
}

/** No system can pass a NUL byte to a program. */
function refuseNul({ file, args, cwd = '', env = {} }: Command): void {
  if ([file, cwd, ...args, ...Object.values(env)].some((text) => text?.includes('\0'))) {
    throw failure('process.arguments', { command: file.replaceAll('\0', '\uFFFD') });
  }
}

function optionsOf(command: Command, env: Env) {
  return {
    ...(command.cwd !== undefined && { cwd: command.cwd }),
    env: withAbsolutePath(command.env ?? env),
    extendEnv: false,
    ...(command.input === undefined ? { stdin: 'ignore' as const } : { input: command.input }),
    ...(command.timeoutMs !== null && { timeout: command.timeoutMs }),
    reject: false,
    stripFinalNewline: false,
    // Without it the compilers that `go build` started would keep running.
    killDescendants: true,
    // Less than a signal leaves this process itself (cli/cancellation.ts).
    forceKillAfterDelay: 400,
  } satisfies Options;
}

/**
 * Closes the output of a program that was cancelled. A descendant in a process group of its own, such as a job of a
 * shell, outlives the program and keeps its output open, for which execa would wait.
 */
function letGoOfOutput(
  child: Pick<Subprocess, 'nodeChildProcess'> & PromiseLike<unknown>,
  { signal, timeoutMs }: Pick<Command, 'signal' | 'timeoutMs'>,
): void {
  let isOver = false;
  let hasExited = false;
  const close = (): void => {
    if (!isOver || !hasExited) return;
    child.nodeChildProcess.stdout?.destroy();
    child.nodeChildProcess.stderr?.destroy();
  };
  const end = (): void => {
    isOver = true;
    close();
  };
  child.nodeChildProcess.once('exit', () => {
    hasExited = true;
    close();
  });
  signal?.addEventListener('abort', end);
  const timer = timeoutMs === null ? undefined : setTimeout(end, timeoutMs);
  const forget = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  };
  child.then(forget, forget);
}

/**
 * Ends what a program that was cancelled left running: a compiler that ignores SIGTERM outlives the `go` that started
 * it. Its group has its process id, which stays taken while anything of the group runs.
 */
function endDescendants(pid: number | undefined, { isCanceled, timedOut }: Ended): void {
  if (pid === undefined || process.platform === 'win32' || !(isCanceled || timedOut)) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

function exitCodeOf(command: Command, env: Env, result: Ended): number {
  if (result.isCanceled) throw failure('cancelled', {});
  if (result.timedOut) {
    throw failure('process.timed-out', { command: command.file, ms: command.timeoutMs ?? 0 });
  }
  if (result.exitCode !== undefined) return result.exitCode;
  // As in shells: 128 plus the signal's number.
  if (result.signal) return 128 + (constants.signals[result.signal] ?? 0);
  if (command.cwd !== undefined && !existsSync(command.cwd)) {
    throw failure('folder.not-found', { path: command.cwd }, result.cause);
  }
  if (result.code === 'ENOENT') throw failure('process.not-found', { command: command.file }, result.cause);
  if (result.code === 'E2BIG') throw failure('process.arguments', { command: command.file }, result.cause);
  if (result.code === 'EACCES') {
    const code = isMissing(command, env) ? 'process.not-found' : 'process.not-allowed';
    throw failure(code, { command: command.file }, result.cause);
  }
  throw new Error(`${command.file} did not run: ${result.originalMessage ?? ''}`, { cause: result.cause });
}

/**
 * Whether a program is in no folder of PATH. The system says "not allowed" even so where one of these folders cannot be
 * searched, as another user's.
 */
function isMissing({ file, env: own }: Command, env: Env): boolean {
  return !file.includes('/') && !pathFolders(own ?? env).some((folder) => existsSync(join(folder, file)));
}

/** Both streams, in the order in which their pieces arrive. */
async function* merged(
  streams: Record<OutputChunk['stream'], NodeJS.ReadableStream>,
): AsyncGenerator<OutputChunk> {
  const pending = new Map<OutputChunk['stream'], Promise<() => OutputChunk | null>>();
  const read = (name: OutputChunk['stream'], from: AsyncIterator<string | Buffer>): void => {
    const next = from.next().then(
      (piece) => () => {
        if (piece.done) return null;
        read(name, from);
        return { stream: name, text: String(piece.value) };
      },
      // Ending the process closes its streams, which is not an error; the exit code has the reason.
      () => () => null,
    );
    pending.set(name, next);
  };
  for (const name of ['stdout', 'stderr'] as const) {
    // Decodes characters that are split between chunks.
    read(name, streams[name].setEncoding('utf8')[Symbol.asyncIterator]());
  }
  while (pending.size > 0) {
    const [ended, take] = await Promise.race(
      [...pending].map(async ([name, next]) => [name, await next] as const),
    );
    pending.delete(ended);
    const chunk = take();
    if (chunk) yield chunk;
  }
}
