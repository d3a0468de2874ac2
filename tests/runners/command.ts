import { Transform, type Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';

/** How a command ended. */
export interface Ending {
  /** null if it did not start, or was ended. */
  exitCode: number | null;
  /** Why there is no exit code, in one line. */
  problem: string | null;
}

export interface HowToRun {
  /** Variables in addition to those of this process; undefined removes one. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** The command and its descendants are ended when this many ms have passed since the last sign of life. */
  maxSilenceMs: number;
  /** Where its output goes; omitted: to that of this process. */
  output?: Writable;
  /** When the command gave its last sign of life, in ms since the epoch; undefined: none since it started. */
  lastSign?: () => number | undefined;
}

/** Runs a command and passes its output on. */
export async function runCommand(command: readonly string[], how: HowToRun): Promise<Ending> {
  const [file = '', ...args] = command;
  const { maxSilenceMs } = how;
  const startedAt = Date.now();
  const stop = new AbortController();
  const watch = setInterval(
    () => {
      const lastSign = how.lastSign?.() ?? startedAt;
      if (Date.now() - lastSign > maxSilenceMs) stop.abort();
    },
    Math.min(1000, maxSilenceMs),
  );
  try {
    const child = execa(file, args, {
      env: plainEnvironment(how.env ?? {}),
      extendEnv: false,
      ...(how.cwd !== undefined && { cwd: how.cwd }),
      stdin: 'ignore',
      buffer: false,
      reject: false,
      cancelSignal: stop.signal,
      killDescendants: true,
    });
    // Through a pipe, so that no runner draws on the terminal, and as one stream, so that the order is kept.
    const to = how.output ?? process.stdout;
    for (const output of [child.stdout, child.stderr]) output.pipe(plain()).pipe(to, { end: false });
    const done = await child;
    if (done.isCanceled)
      return { exitCode: null, problem: `ended after ${maxSilenceMs / 1000} s of silence` };
    if (done.exitCode !== undefined) return { exitCode: done.exitCode, problem: null };
    return { exitCode: null, problem: done.shortMessage ?? 'did not start' };
  } finally {
    clearInterval(watch);
  }
}

/** Plain output from every tool, whatever the terminal can do. */
function plainEnvironment(extra: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', ...extra };
  delete env['FORCE_COLOR'];
  return env;
}

/** Removes the remaining colors: not every tool respects NO_COLOR. */
function plain(): Transform {
  const text = new StringDecoder();
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, stripVTControlCharacters(text.write(chunk))),
  });
}
