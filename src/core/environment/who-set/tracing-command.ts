import { findOnPath, readResource, type System } from '#core/system';
import { startArguments, type StartMode } from '../starting/index.ts';
import { fishAssignment, type Universal } from './fish-universals.ts';

/** The start to trace. */
export interface Start {
  shell: { name: 'zsh' | 'bash' | 'fish' | 'sh'; path: string };
  mode: StartMode;
  /** The variables to watch; PATH is always watched. */
  names: readonly string[];
  /** Before the shell reads anything. */
  env: System['env'];
}

/** The scripts in resources/tracing, and what keeps each shell from reading its startup files by itself. */
const scripts = {
  zsh: { script: 'zsh.sh', options: ['-f'] },
  bash: { script: 'bash.sh', options: ['--norc', '--noprofile'] },
  fish: { script: 'fish.fish', options: ['-N'] },
  sh: { script: 'bash.sh', options: ['--norc', '--noprofile', '--posix'] },
} as const;

/** A program to run, which tells what its startup files do. */
export interface Tracing {
  file: string;
  args: string[];
  env: System['env'];
}

/**
 * The command that traces a start; null: no shell here can. `note`: the random word before each of its records.
 */
export async function tracingCommand(
  system: System,
  { shell, mode, names, env }: Start,
  { note, universals }: { note: string; universals: ReadonlyMap<string, Universal> },
): Promise<Tracing | null> {
  const { script, options } = scripts[shell.name];
  // Other shells called sh cannot tell files and lines; bash reads what they read in the same way.
  const program = shell.name === 'sh' ? await findOnPath(system, 'bash') : shell.path;
  if (program === null) return null;
  const watched = [...new Set([...names, 'PATH'])].filter((name) => /^[A-Za-z_]\w*$/.test(name));
  const template = await readResource(`tracing/${script}`);
  const parts: Readonly<Record<string, string>> = {
    ON_VARIABLES: watched.map((name) => `--on-variable ${name}`).join(' '),
    MENTIONS: mentions(watched),
    VALUES: `"${watched.map((name) => `\${${name}-}`).join('|')}"`,
    NAMES: watched.join(' '),
    SHELL_NAME: shell.name,
    NOTE: note,
  };
  // All at once: a variable may be called like one of them.
  const text = template.replace(new RegExp(Object.keys(parts).join('|'), 'g'), (part) => parts[part] ?? '');
  const args = [...options, ...startArguments(mode, text)];
  // In the environment, and not in the script: the arguments of a process are no secret.
  const setUniversals = [...universals]
    .filter(([name]) => watched.includes(name) || name === 'fish_user_paths')
    .map(([name, universal]) => fishAssignment(name, universal))
    .join('\n');
  if (shell.name !== 'fish') return { file: program, args, env };
  // fish's script writes to file descriptor 3, which it cannot open itself.
  return {
    file: '/bin/sh',
    args: ['-c', 'exec "$@" 3>&1 2>&1 >/dev/null', 'sh', program, ...args],
    env: { ...env, [`${note}_universals`]: setUniversals },
  };
}

/** Shell patterns of commands that take names of variables from elsewhere, run text, or end the shell. */
const settingCommands = [
  String.raw`*export*[\$\`]*`,
  String.raw`*typeset*[\$\`]*`,
  String.raw`*declare*[\$\`]*`,
  String.raw`*readonly*[\$\`]*`,
  String.raw`*read\ *\$*`,
  String.raw`*printf\ -v*`,
  String.raw`*print\ -v*`,
  String.raw`eval\ *`,
  String.raw`*exec\ *`,
];

/** A shell pattern for commands that can set one of the variables. */
function mentions(names: readonly string[]): string {
  return [...names.map((name) => `*${name}*`), String.raw`*path[=+\[]*`, ...settingCommands].join('|');
}
