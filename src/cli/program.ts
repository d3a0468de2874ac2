import { Command } from 'commander';
import { failure } from '#contract/failure';
import { version } from '../../package.json' with { type: 'json' };
import { helpIn, pathOf } from './help.ts';
import type { Host } from './host.ts';
import type { Text } from './text/text.ts';
import { usageFailure } from './usage-failure.ts';

/** Options as parsed by commander: a value, or true for a flag. */
export type Options = Partial<Record<string, string | boolean>>;

/** Runs a command with its parsed arguments. Returns the exit code; undefined means 0. */
export type Run = (host: Host, args: string[], options: Options) => Promise<number | void>;

/** What the program needs from its caller. */
interface Environment {
  text: Text;
  /** Creates the host and runs the command. */
  dispatch: (run: Run, args: string[], options: Options) => Promise<void>;
  /** Receives the help and the version. */
  write: (text: string) => void;
}

export interface Registrar {
  text: Text;
  /** The whole command line, for what describes it. */
  program: Command;
  /** Adds a command such as `install <version>` or, in the group `image`, `record <ref>`. */
  add(usage: string, description: string, run: Run, shape?: (command: Command) => void): void;
  /** Adds a command for the shims to call; the help does not list it. */
  addHidden(usage: string, run: Run): void;
  /** Adds a group of commands. `run`: what the group does without a command; omitted: it prints its help. */
  group(name: string, description: string, run?: Run, shape?: (command: Command) => void): Registrar;
}

/** Adds the options that all commands have in common. */
function withCommonOptions(command: Command, text: Text): Command {
  return command
    .helpOption('-h, --help', text.program.help.helpOption)
    .helpCommand(false)
    .option('--json', text.program.help.json)
    .option('--lang <lang>', text.program.help.lang)
    .option('-y, --yes', text.program.help.yes)
    .exitOverride((error) => {
      throw usageFailure(error, command, text) ?? error;
    });
}

/** The options that say what the answer is printed as. */
const formats = ['json', 'markdown', 'csv'];

/** An answer is printed in one format. Failures: usage.invalid. */
function refuseTwoFormats(command: Command, options: Options, text: Text): void {
  const [first, second] = formats.filter((each) => options[each] === true).map((each) => `--${each}`);
  if (first === undefined || second === undefined) return;
  const detail = text.program.usage.oneFormat(first, second);
  throw failure('usage.invalid', { detail, see: `${pathOf(command)} --help` });
}

function registrar(parent: Command, program: Command, environment: Environment): Registrar {
  const { text, dispatch } = environment;
  const runs = (command: Command, run: Run): void => {
    command.action(async (...given: unknown[]) => {
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg) => arg !== undefined);
      const options: Options = command.optsWithGlobals();
      refuseTwoFormats(command, options, text);
      await dispatch(run, args as string[], options);
    });
  };
  return {
    text,
    program,
    add(usage, description, run, shape) {
      const command = withCommonOptions(parent.command(usage), text).description(description);
      shape?.(command);
      runs(command, run);
    },
    addHidden(usage, run) {
      runs(withCommonOptions(parent.command(usage, { hidden: true }), text), run);
    },
    group(name, description, run, shape) {
      const command = withCommonOptions(parent.command(name), text).description(description);
      command.usage(`[options] ${run ? '[command]' : '<command>'}`);
      shape?.(command);
      if (run) runs(command, run);
      return registrar(command, program, environment);
    },
  };
}

/** Adds `burrow help image list`: the help of a command at any depth. */
function addHelp(program: Command, text: Text): void {
  withCommonOptions(program.command('help [command...]'), text)
    .description(text.program.help.helpCommand)
    .action((names: string[]) => {
      let shown = program;
      for (const name of names) {
        const next = shown.commands.find((command) => command.name() === name);
        if (!next) {
          const detail = text.program.usage.unknownCommand(name, []);
          throw failure('usage.invalid', { detail, see: `${pathOf(shown)} --help` });
        }
        shown = next;
      }
      shown.help();
    });
}

/** Creates the whole command line; `register` adds the commands. Call `parseAsync` to run it. */
export function createProgram(
  environment: Environment,
  register: readonly ((to: Registrar) => void)[],
): Command {
  const { text, write } = environment;
  // Commands inherit the configuration of help and output.
  const program = withCommonOptions(new Command('burrow'), text)
    .configureHelp(helpIn(text))
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => {} })
    .usage('[options] <command>')
    .description(text.program.tagline)
    .version(version, '-V, --version', text.program.help.versionOption)
    .addHelpText('after', `\n${text.program.help.exitCodes}`)
    .enablePositionalOptions();
  for (const each of register) each(registrar(program, program, environment));
  addHelp(program, text);
  return program;
}
