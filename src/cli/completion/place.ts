import type { Argument, Command, Option } from 'commander';

/** What the word at the cursor may be. */
export interface Place {
  /** The innermost command that is named before it. */
  command: Command;
  /** The arguments of the command that stand before it. */
  operands: readonly string[];
  /** What stands in front of a value in the same word: `--shell=`, usually nothing. */
  before: string;
  /** What is typed so far, behind `before`. */
  typed: string;
  /** Whether it may name an option. */
  mayBeOption: boolean;
  /** Whether it may name a command of `command`. */
  mayBeCommand: boolean;
  /** The argument or the option whose value it may be; null: none. */
  value: Argument | Option | null;
}

/** Finds what the last of these words may be. `words`: those behind `burrow`; the last one may be unfinished. Pure. */
export function placeOf(program: Command, words: readonly string[]): Place {
  const typed = words.at(-1) ?? '';
  let command = program;
  let operands: string[] = [];
  let waiting: Option | null = null;
  let optionsEnded = false;
  for (const word of words.slice(0, -1)) {
    if (waiting && !mayBeLeftOut(waiting, word)) waiting = null;
    else if (optionsEnded || !isOption(word)) {
      const inner = operands.length === 0 && !optionsEnded ? commandNamed(command, word) : null;
      if (inner) {
        command = inner;
        operands = [];
      } else {
        operands.push(word);
        // What stands behind it belongs to the command that `exec` runs.
        optionsEnded ||= command.name() === 'exec';
      }
    } else if (word === '--') {
      optionsEnded = true;
      waiting = null;
    } else waiting = word.includes('=') ? null : withValue(command, word);
  }

  const place = {
    command,
    operands,
    before: '',
    typed,
    mayBeOption: false,
    mayBeCommand: false,
    value: null,
  };
  if (waiting && !mayBeLeftOut(waiting, typed)) return { ...place, value: waiting };
  const [, before = '', rest = ''] = /^(--[^=]+=)(.*)$/s.exec(typed) ?? [];
  if (before !== '' && !optionsEnded) {
    return { ...place, before, typed: rest, value: withValue(command, before.slice(0, -1)) };
  }
  return {
    ...place,
    mayBeOption: !optionsEnded && typed.startsWith('-'),
    mayBeCommand: operands.length === 0 && !optionsEnded,
    value: argumentAt(command, operands.length),
  };
}

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/** Whether this is the next option, behind one whose value may be left out. */
function mayBeLeftOut(option: Option, word: string): boolean {
  return option.optional && isOption(word);
}

function commandNamed(command: Command, word: string): Command | null {
  return command.commands.find((each) => each.name() === word) ?? null;
}

/** The option of this name, if it takes a value. */
function withValue(command: Command, name: string): Option | null {
  const option = command.options.find(({ long, short }) => long === name || short === name);
  return option && (option.required || option.optional) ? option : null;
}

function argumentAt(command: Command, index: number): Argument | null {
  const last = command.registeredArguments.at(-1);
  return command.registeredArguments[index] ?? (last?.variadic ? last : null);
}
