function didYouMean(nearest: string[]): string {
  return nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
}

export const program = {
  tagline: 'Set up Go, switch Go versions, and see what your builds have become.',
  help: {
    usage: 'Usage:',
    commands: 'Commands:',
    options: 'Options:',
    arguments: 'Arguments:',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    versionOption: "show Burrow's version",
    json: 'answer with one JSON document',
    lang: 'answer in this language: en, zh-CN',
    yes: 'answer every question with yes',
    exitCodes:
      'Exit codes: 0 done · 1 failed · 2 wrong usage · 3 a check found something · 127 the wanted Go is not installed · 130 cancelled',
    /** In a usage line: where options stand, where a command stands. */
    optionsWord: '[options]',
    commandWord: 'command',
  },
  usage: {
    unknownCommand: (name: string, nearest: string[]) => `There is no command ${name}.${didYouMean(nearest)}`,
    unknownOption: (name: string, nearest: string[]) =>
      `There is no option ${name} here.${didYouMean(nearest)}`,
    missingArgument: (name: string) => `${name} is missing.`,
    missingValue: (option: string) => `${option} needs a value.`,
    excess: (usage: string) => `Too many arguments: it is ${usage}`,
    noNumber: (option: string, given: string, least: number, most: number) =>
      `${option} takes a whole number from ${least} to ${most}, not "${given}".`,
    unspoken: (language: string) => `Burrow speaks en and zh-CN, not "${language}".`,
  },
};
