import { basename } from 'node:path';
import { type Failure, failure, isFailure } from '#contract/failure';
import { loginShell, type System } from '#core/system';
import { answerFolder, askShell, freshEnvironment, knownShell } from '../starting/index.ts';

/** What the login shell gives to the programs of a new terminal. */
interface LoginEnvironment {
  /** The path of the shell. */
  shell: string;
  env: Record<string, string>;
}

/**
 * Asks the user's login shell for the environment that it gives to the programs of a new terminal, or says why there is
 * no answer: as askShell, home.unusable, disk.full, file.no-permission.
 */
export async function loginEnvironment(system: System): Promise<LoginEnvironment | Failure> {
  const shell = (await loginShell(system)) ?? '/bin/sh';
  const name = basename(shell);
  const mode = knownShell(name)?.modes.at(-1);
  if (mode === undefined) return failure('environment.shell-not-started', { shell });
  // The session's own PATH, where it has one.
  const fresh = freshEnvironment(system);
  const env = { ...fresh, PATH: system.env['PATH'] || fresh['PATH'] };
  try {
    await using folder = await answerFolder(system);
    const answer = await askShell(system, { name, path: shell, mode, env }, folder.path);
    return isFailure(answer) ? answer : { shell, env: answer.env };
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}
