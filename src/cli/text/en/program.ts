function didYouMean(nearest: string[]): string {
  return nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
}

export const program = {
  tagline: 'Set up Go, switch between Go versions, and see what changes from build to build.',
  help: {
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    arguments: 'Arguments:',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    versionOption: "show Burrow's version",
    json: 'print one JSON document',
    lang: 'language of the output: en, zh-CN',
    yes: 'answer yes to every question',
    exitCodes:
      'Exit codes: 0 done · 1 failed · 2 wrong usage · 3 a check found something · 127 the required Go is not installed · 130 cancelled',
    /** Placeholders in a usage line. */
    optionsWord: '[options]',
    commandWord: 'command',
  },
  usage: {
    unknownCommand: (name: string, nearest: string[]) => `Unknown command: ${name}.${didYouMean(nearest)}`,
    unknownOption: (name: string, nearest: string[]) => `Unknown option: ${name}.${didYouMean(nearest)}`,
    missingArgument: (name: string) => `Missing argument: ${name}.`,
    invalidValue: (given: string, allowed: string[]) =>
      `"${given}" is not one of the possible values: ${allowed.join(', ')}.`,
    missingValue: (option: string) => `${option} needs a value.`,
    excess: (usage: string) => `Too many arguments. Usage: ${usage}`,
    notANumber: (option: string, given: string, min: number, max: number) =>
      `${option} must be a whole number from ${min} to ${max}, not "${given}".`,
    oneFormat: (a: string, b: string) => `${a} and ${b} exclude each other: choose one.`,
    unknownLanguage: (language: string) => `Unsupported language "${language}": use en or zh-CN.`,
  },
};
