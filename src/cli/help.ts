import type { Command, Help } from 'commander';
import { cells } from './output/table.ts';
import type { Text } from './text/text.ts';

/** The full name of a command: `burrow image list`. */
export function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

/** The usage line of a command, in the user's language: `burrow install [options] <version>`. */
export function usageOf(command: Command, text: Text): string {
  const { optionsWord, commandWord } = text.program.help;
  const usage = command
    .usage()
    .replace('[options]', optionsWord)
    .replace('<command>', `<${commandWord}>`)
    .replace('[command]', `[${commandWord}]`);
  return `${pathOf(command)} ${usage}`;
}

/** Makes commander print its help in the user's language, with Chinese characters as two cells wide. */
export function helpIn(text: Text): Partial<Help> {
  const titles: Record<string, string> = {
    'Usage:': text.program.help.usage,
    'Commands:': text.program.help.commands,
    'Options:': text.program.help.options,
    'Arguments:': text.program.help.arguments,
  };
  return {
    styleTitle: (title) => titles[title] ?? title,
    displayWidth: cells,
    commandUsage: (command) => usageOf(command, text),
    // Every command takes options, so the list does not mention them.
    subcommandTerm: (command) =>
      usageOf(command, text)
        .slice(pathOf(command).length - command.name().length)
        .replace(` ${text.program.help.optionsWord}`, ''),
  };
}
