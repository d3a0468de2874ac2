import type { Command, CommanderError } from 'commander';
import { type Failure, failure } from '#contract/failure';
import { pathOf, usageOf } from './help.ts';
import type { Text } from './text/text.ts';

/** What commander proposes: `(Did you mean list?)`, `(Did you mean one of list, use?)`. */
function proposed(message: string): string[] {
  const words = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
  return words ? words.split(', ') : [];
}

/**
 * Turns commander's complaint about `command` into our failure, in the user's language; null when it was no
 * complaint but the help or the version.
 */
export function usageFailure(error: CommanderError, command: Command, text: Text): Failure | null {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const nearest = proposed(error.message);
  const complaints: Record<string, string> = {
    'commander.unknownCommand': text.program.usage.unknownCommand(quoted, nearest),
    'commander.unknownOption': text.program.usage.unknownOption(quoted, nearest),
    'commander.missingArgument': text.program.usage.missingArgument(`<${quoted}>`),
    'commander.optionMissingArgument': text.program.usage.missingValue(quoted),
    'commander.excessArguments':
      command.commands.length > 0
        ? text.program.usage.unknownCommand(command.args[0] ?? '', [])
        : text.program.usage.excess(usageOf(command, text)),
  };
  const detail = complaints[error.code];
  return detail === undefined ? null : failure('usage.invalid', { detail, see: `${pathOf(command)} --help` });
}
