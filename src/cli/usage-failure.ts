import type { Command, CommanderError } from 'commander';
import { type Failure, failure } from '#contract/failure';
import { pathOf, usageOf } from './help.ts';
import type { Text } from './text/text.ts';

/** The suggestions in a message of commander: `(Did you mean list?)`, `(Did you mean one of list, use?)`. */
function suggestions(message: string): string[] {
  const words = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  return words ? words.split(', ') : [];
}

/** The choices in a message of commander: `Allowed choices are zsh, bash, fish.` */
function allowed(message: string): string[] {
  return /Allowed choices are (.+)\.$/.exec(message)?.[1]?.split(', ') ?? [];
}

/** The value in `option '--sort <order>' argument 'size' is invalid. …` or `command-argument value 'x' is invalid for …`. */
function refused(message: string): string {
  return /(?:argument|value) '(.*)' is invalid/s.exec(message)?.[1] ?? '';
}

/**
 * Converts an error of commander about `command` to a failure in the user's language; null if it is not an error but
 * the help or the version.
 */
export function usageFailure(error: CommanderError, command: Command, text: Text): Failure | null {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const nearest = suggestions(error.message);
  const details: Record<string, string> = {
    'commander.unknownCommand': text.program.usage.unknownCommand(quoted, nearest),
    'commander.unknownOption': text.program.usage.unknownOption(quoted, nearest),
    'commander.missingArgument': text.program.usage.missingArgument(`<${quoted}>`),
    'commander.invalidArgument': text.program.usage.invalidValue(
      refused(error.message),
      allowed(error.message),
    ),
    'commander.optionMissingArgument': text.program.usage.missingValue(quoted),
    'commander.excessArguments':
      command.commands.length > 0
        ? text.program.usage.unknownCommand(command.args[0] ?? '', [])
        : text.program.usage.excess(usageOf(command, text)),
  };
  const detail = details[error.code];
  return detail === undefined ? null : failure('usage.invalid', { detail, see: `${pathOf(command)} --help` });
}
