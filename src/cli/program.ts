import { Command } from 'commander';
import { failure } from '#contract/failure';
import { version } from '../../package.json' with { type: 'json' };
import { helpIn, pathOf } from './help.ts';
import type { Host } from './host.ts';
import type { Text } from './text/text.ts';
import { usageFailure } from './usage-failure.ts';

/** Options as commander reads them: a word, or given at all. */
export type Options = Partial<Record<string, string | boolean>>;

/** What a command does once its words are understood; a number it returns is the exit code, 0 otherwise. */
export type Run = (host: Host, args: string[], options: Options) => Promise<number | void>;

/** What the program needs of its surroundings. */
interface Outside {
  text: Text;
  /** Called with the command that was chosen; the entry point makes the host and runs it. */
  dispatch: (run: Run, args: string[], options: Options) => Promise<void>;
  /** Takes the help and the version. */
  write: (text: string) => void;
}

export interface Registrar {
  text: Text;
  /** Adds a command such as `install <version>` or, below `image`, `record <ref>`. */
  add(usage: string, description: string, run: Run, shape?: (command: Command) => void): void;
  /** Adds a command for Burrow's own files to call; no help names it. */
  addHidden(usage: string, run: Run): void;
  /** Adds a command that holds others; `run` is what it does by itself, left out: nothing. */
  group(name: string, description: string, run?: Run): Registrar;
}

/** What all commands have in common. */
function dressed(command: Command, text: Text): Command {
  return command
    .helpOption('-h, --help', text.help.helpOption)
    .helpCommand(false)
    .option('--json', text.help.json)
    .option('--lang <lang>', text.help.lang)
    .option('-y, --yes', text.help.yes)
    .exitOverride((error) => {
      throw usageFailure(error, command, text) ?? error;
    });
}

function registrar(parent: Command, outside: Outside): Registrar {
  const { text, dispatch } = outside;
  const runs = (command: Command, run: Run): void => {
    command.action(async (...given: unknown[]) => {
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg) => arg !== undefined);
      await dispatch(run, args as string[], command.optsWithGlobals());
    });
  };
  return {
    text,
    add(usage, description, run, shape) {
      const command = dressed(parent.command(usage), text).description(description);
      shape?.(command);
      runs(command, run);
    },
    addHidden(usage, run) {
      runs(dressed(parent.command(usage, { hidden: true }), text), run);
    },
    group(name, description, run) {
      const command = dressed(parent.command(name), text).description(description);
      command.usage(`[options] ${run ? '[command]' : '<command>'}`);
      if (run) runs(command, run);
      return registrar(command, outside);
    },
  };
}

/** `burrow help image list`: the help of a command, however deep it stands. */
function addHelp(program: Command, text: Text): void {
  dressed(program.command('help [command...]'), text)
    .description(text.help.helpCommand)
    .action((names: string[]) => {
      let shown = program;
      for (const name of names) {
        const next = shown.commands.find((command) => command.name() === name);
        if (!next) {
          const detail = text.usage.unknownCommand(name, []);
          throw failure('usage.invalid', { detail, see: `${pathOf(shown)} --help` });
        }
        shown = next;
      }
      shown.help();
    });
}

/** The whole command line; `register` adds the commands. Nothing runs before `parseAsync`. */
export function createProgram(outside: Outside, register: readonly ((to: Registrar) => void)[]): Command {
  const { text, write } = outside;
  // The commands below take over how the program writes and lays out its help.
  const program = dressed(new Command('burrow'), text)
    .configureHelp(helpIn(text))
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => {} })
    .usage('[options] <command>')
    .description(text.tagline)
    .version(version, '-V, --version', text.help.versionOption)
    .addHelpText('after', `\n${text.help.exitCodes}`)
    .enablePositionalOptions();
  for (const each of register) each(registrar(program, outside));
  addHelp(program, text);
  return program;
}
