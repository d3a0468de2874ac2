/**
 * How a shell is started, which decides what it reads. `script`: by another program. `login`: by a session that shows no
 * prompt, as ssh with a command. `interactive`: a new tab of most terminals on Linux. `login-interactive`: a new window
 * of a terminal on a Mac, or a session over ssh.
 */
export type StartMode = 'script' | 'login' | 'interactive' | 'login-interactive';

const options: Record<StartMode, readonly string[]> = {
  script: [],
  login: ['-l'],
  interactive: ['-i'],
  'login-interactive': ['-l', '-i'],
};

/** The arguments that start a shell in a mode and run a command there, as all four shells take them. Pure. */
export function startArguments(mode: StartMode, command: string): string[] {
  return [...options[mode], '-c', command];
}
