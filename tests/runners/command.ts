import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';

/** Plain output from every tool, whatever the terminal can do. */
function plainEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', ...extra };
  delete env['FORCE_COLOR'];
  return env;
}

/** Takes out what colours are left: not every tool heeds NO_COLOR. */
function plain(): Transform {
  const text = new StringDecoder();
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, stripVTControlCharacters(text.write(chunk))),
  });
}

/**
 * Runs a command with its output passed on, ends it and its descendants after `timeoutMs`. Returns the exit code;
 * null when it did not start or was ended.
 */
export async function runCommand(
  command: readonly string[],
  options: { timeoutMs: number; env?: Record<string, string> },
): Promise<number | null> {
  const [file, ...args] = command;
  if (file === undefined) return null;
  const child = execa(file, args, {
    env: plainEnvironment(options.env ?? {}),
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    reject: false,
    timeout: options.timeoutMs,
    killDescendants: true,
  });
  // Through a pipe, so that no runner draws on the terminal; all in one stream, so that its order holds.
  for (const output of [child.stdout, child.stderr])
    output.pipe(plain()).pipe(process.stdout, { end: false });
  const done = await child;
  if (done.timedOut) console.log(`ended after ${options.timeoutMs / 1000} s: ${command.join(' ')}`);
  else if (done.exitCode === undefined) console.log(done.shortMessage ?? 'did not start');
  return done.exitCode ?? null;
}
