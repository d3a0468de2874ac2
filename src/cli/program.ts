import { Command, type CommanderError } from 'commander';
import { failure } from '#contract/failure';
import { version } from '../../package.json' with { type: 'json' };
import type { Host } from './host.ts';
import type { Text } from './text/text.ts';

/** Options as commander reads them: a word, or given at all. */
export type Options = Partial<Record<string, string | boolean>>;

/** What a command does once its words are understood; a number it returns is the exit code, 0 otherwise. */
export type Run = (host: Host, args: string[], options: Options) => Promise<number | void>;

/** Called with the command that was chosen; the entry point makes the host and runs it. */
export type Dispatch = (run: Run, args: string[], options: Options) => Promise<void>;

export interface Registrar {
  text: Text;
  /** Adds a command such as `install <version>` or, below `image`, `record <ref>`. */
  add(usage: string, description: string, run: Run, shape?: (command: Command) => void): void;
  /** Adds a command that only holds others. */
  group(name: string, description: string): Registrar;
}

/** Headings of commander's help, said in the user's language. */
function translateTitle(title: string, text: Text): string {
  const titles: Record<string, string> = {
    'Usage:': text.help.usage,
    'Commands:': text.help.commands,
    'Options:': text.help.options,
    'Arguments:': text.help.arguments,
  };
  return titles[title] ?? title;
}

function dressed(command: Command, text: Text): Command {
  return command
    .helpOption('-h, --help', text.help.helpOption)
    .option('--json', text.help.json)
    .option('--lang <lang>', text.help.lang)
    .option('-y, --yes', text.help.yes)
    .configureHelp({ styleTitle: (title) => translateTitle(title, text) })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

function registrar(parent: Command, text: Text, dispatch: Dispatch): Registrar {
  return {
    text,
    add(usage, description, run, shape) {
      const command = dressed(parent.command(usage), text).description(description);
      shape?.(command);
      command.action(async (...given: unknown[]) => {
        const args = given
          .slice(0, -2)
          .flat()
          .filter((arg) => arg !== undefined);
        await dispatch(run, args as string[], command.optsWithGlobals());
      });
    },
    group(name, description) {
      const command = dressed(parent.command(name), text).description(description);
      command.helpCommand(false).action(() => command.help());
      return registrar(command, text, dispatch);
    },
  };
}

/** The whole command line; `register` adds the commands. Nothing runs before `parseAsync`. */
export function createProgram(
  text: Text,
  dispatch: Dispatch,
  register: readonly ((to: Registrar) => void)[],
): Command {
  const program = dressed(new Command('burrow'), text)
    .description(text.tagline)
    .version(version, '-V, --version', text.help.versionOption)
    .helpCommand('help [command]', text.help.helpCommand)
    .addHelpText('after', `\n${text.help.exitCodes}`)
    .enablePositionalOptions();
  for (const each of register) each(registrar(program, text, dispatch));
  return program;
}

/**
 * Turns commander's complaint into our failure, in the user's language; null when it was no complaint but the
 * help or the version, which have been printed.
 */
export function usageFailure(error: CommanderError, text: Text) {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /Did you mean ([^?]+)\?/.exec(error.message)?.[1] ?? null;
  const complaints: Record<string, string> = {
    'commander.unknownCommand': text.usage.unknownCommand(quoted, suggestion),
    'commander.unknownOption': text.usage.unknownOption(quoted),
    'commander.missingArgument': text.usage.missingArgument(quoted),
    'commander.optionMissingArgument': text.usage.missingValue(quoted),
    'commander.excessArguments': text.usage.excess,
    'commander.invalidArgument': text.usage.badValue(error.message),
  };
  const detail = complaints[error.code];
  return detail ? failure('usage.invalid', { detail, see: 'burrow --help' }) : null;
}
