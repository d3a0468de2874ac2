import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import { findOnPath, installation, type System } from '#core/system';
import { startArguments, type StartMode } from '../starting/index.ts';
import { changesIn } from './changes.ts';
import { fishChanges } from './fish-changes.ts';
import { FileLines, placeChanges } from './places.ts';
import { readRecord, recordsIn } from './records.ts';
import type { Traced } from './traced.ts';

/** The start to trace. */
export interface Start {
  shell: { name: 'zsh' | 'bash' | 'fish' | 'sh'; path: string };
  mode: StartMode;
  /** The variables to watch; PATH is always watched. */
  names: readonly string[];
  /** Before the shell reads anything. */
  env: System['env'];
}

/** ms after which the start counts as hanging. */
const timeoutMs = 10_000;
/** Characters of output after which the start is ended. */
const maxOutput = 32_000_000;

/** The scripts in resources/tracing, and what keeps each shell from reading its startup files by itself. */
const scripts = {
  zsh: { script: 'zsh.sh', options: ['-f'] },
  bash: { script: 'bash.sh', options: ['--norc', '--noprofile'] },
  fish: { script: 'fish.fish', options: ['-N'] },
  sh: { script: 'bash.sh', options: ['--norc', '--noprofile', '--posix'] },
} as const;

/**
 * Starts a shell as a terminal or a session does, and tells which lines of its startup files set the variables. Takes as
 * long as that start, and at most 10 s. What goes wrong is told in `unknown`; failures: cancelled.
 */
export async function traceStart(system: System, start: Start, signal?: AbortSignal): Promise<Traced> {
  const { shell } = start;
  const nothing = (unknown: Traced['unknown']): Traced => ({
    shell: shell.name,
    changes: [],
    final: new Map(),
    unknown,
  });
  const note = `burrow_${crypto.randomUUID().replaceAll('-', '')}`;
  const command = await commandOf(system, start, note);
  if (command === null) return nothing('not-traceable');
  const { output, exitCode, unknown } = await outputOf(system, command, note, signal);
  if (unknown !== null) return nothing(unknown);
  if (exitCode === 97) return nothing('not-traceable');
  const records = recordsIn(output, note);
  const files = new FileLines();
  const { home } = system;
  if (shell.name === 'fish') {
    const { changes, final, ended } = await fishChanges(records, home, files);
    return ended ? { shell: 'fish', changes, final, unknown: null } : nothing('failed');
  }
  const kind = shell.name === 'zsh' ? 'zsh' : 'bash';
  const told = records.map((record) => readRecord(record, kind, home)).filter((each) => each !== null);
  const { changes, final, ended } = changesIn(told);
  if (!ended) return nothing('failed');
  return { shell: shell.name, changes: await placeChanges(changes, shell.name, files), final, unknown: null };
}

interface Tracing {
  file: string;
  args: string[];
  env: System['env'];
}

/** null: no shell here can trace it. */
async function commandOf(
  system: System,
  { shell, mode, names, env }: Start,
  note: string,
): Promise<Tracing | null> {
  const { script, options } = scripts[shell.name];
  // Other shells called sh cannot tell files and lines; bash reads what they read in the same way.
  const program = shell.name === 'sh' ? await findOnPath(system, 'bash') : shell.path;
  if (program === null) return null;
  const watched = [...new Set([...names, 'PATH'])].filter((name) => /^[A-Za-z_]\w*$/.test(name));
  const template = await readFile(join(installation(), 'resources/tracing', script), 'utf8');
  const text = template
    .replaceAll('ON_VARIABLES', () => watched.map((name) => `--on-variable ${name}`).join(' '))
    .replaceAll('NAMES', () => watched.join(' '))
    .replaceAll('SHELL_NAME', () => shell.name)
    .replaceAll('NOTE', () => note);
  const args = [...options, ...startArguments(mode, text)];
  if (shell.name !== 'fish') return { file: program, args, env };
  // fish's script writes to file descriptor 3, which it cannot open itself.
  return { file: '/bin/sh', args: ['-c', 'exec "$@" 3>&1 2>&1 >/dev/null', 'sh', program, ...args], env };
}

interface Output {
  output: string;
  exitCode: number;
  unknown: Traced['unknown'];
}

/** Reads the output up to the last record: a program that the profile left running may keep it open for ever. */
async function outputOf(
  system: System,
  command: Tracing,
  note: string,
  signal: AbortSignal | undefined,
): Promise<Output> {
  let output = '';
  const cut = (unknown: Traced['unknown']): Output => ({ output, exitCode: 0, unknown });
  const running = system.stream({ ...command, cwd: system.home, timeoutMs, ...(signal && { signal }) });
  try {
    for (;;) {
      const next = await running.next();
      if (next.done) return { output, exitCode: next.value.exitCode, unknown: null };
      if (next.value.stream !== 'stdout') continue;
      output += next.value.text;
      if (output.length > maxOutput) return cut('too-much-output');
      if (output.includes(`${note}\0end\0`, output.length - next.value.text.length - 100)) return cut(null);
    }
  } catch (error) {
    if (isFailure(error, 'cancelled')) throw error;
    return cut(isFailure(error, 'process.timed-out') ? 'timed-out' : 'failed');
  } finally {
    await running.return?.({ exitCode: 0, durationMs: 0 });
  }
}
