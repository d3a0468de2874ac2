import { join } from 'node:path';
import { type Failure, failure, isFailure } from '#contract/failure';
import { errorCode, readForeign, type System } from '#core/system';
import { answerVariable, withoutGuards } from './fresh.ts';
import { type StartMode, startArguments } from './modes.ts';
import { question, readAnswer, type ShellAnswer } from './question.ts';
import { withoutFishFolders } from './fish-folders.ts';
import { runUntil } from './run-until.ts';
import { knownShell } from './shells.ts';

/** ms after which a shell has no answer: a profile waits for something. */
const timeoutMs = 10_000;
/** The kernel refuses larger environments. */
const maxBytes = 8_000_000;

/** A shell, and how to start it. */
interface Start {
  /** The name that decides about its syntax: `zsh`. */
  name: string;
  path: string;
  mode: StartMode;
  /** With guards (freshEnvironment). */
  env: System['env'];
}

/**
 * Starts a shell, without a terminal or any input, and returns its environment, or why there is no answer:
 * environment.shell-timed-out, environment.shell-silent, environment.shell-not-started. After 10 s, and also when it
 * has answered, everything that it started in its process group is killed. `folder`: an own folder for the answer.
 * Failures: cancelled.
 */
export async function askShell(
  system: System,
  { name, path, mode, env }: Start,
  folder: string,
  signal?: AbortSignal,
): Promise<ShellAnswer | Failure> {
  const shell = knownShell(name);
  if (shell === null) return failure('environment.shell-not-started', { shell: path });
  const mark = crypto.randomUUID();
  // Not named by the mark, which must not be in the environment.
  const file = join(folder, crypto.randomUUID());
  const command = {
    file: path,
    args: [...(shell.args ?? []), ...startArguments(mode, question(mark, shell.go))],
    cwd: system.home,
    env: { ...env, [answerVariable]: file },
    timeoutMs,
  };
  const start = () => runUntil(system, command, mark, signal);
  const started = name === 'fish' ? withoutFishFolders({ env, home: system.home }, start) : start();
  const problem = await started.catch((error: unknown) => {
    if (isFailure(error, 'process.timed-out')) {
      return failure('environment.shell-timed-out', { shell: path, ms: timeoutMs });
    }
    if (!isFailure(error) || isFailure(error, 'cancelled')) throw error;
    return failure('environment.shell-not-started', { shell: path }, error);
  });
  // An answer after the time-out is not one: what the profile waited for was killed, and the rest of it ran without.
  if (problem !== null) return problem;
  const answer = readAnswer(await answerIn(file), mark);
  if (answer === null) return failure('environment.shell-silent', { shell: path });
  return { env: withoutGuards(answer.env), go: shell.meaning(answer.go) };
}

/** Empty if there is none. */
async function answerIn(file: string): Promise<string> {
  try {
    return (await readForeign(file, maxBytes)).toString('utf8');
  } catch (error) {
    if (isFailure(error) || errorCode(error) !== undefined) return '';
    throw error;
  }
}
