import { fishAssignments } from './fish-assignments.ts';
import { type PlacedCommand, readCommands } from './read-commands.ts';
import { shAssignments } from './sh-assignments.ts';
import { throughFunctions } from './through-functions.ts';
import type { Syntax } from './tree.ts';

/** Where a profile gives a variable a value or takes it away. */
export interface Assignment {
  /** PATH also for zsh's `path`, and for fish's `fish_user_paths` and `fish_add_path`. */
  name: string;
  /** From 1. */
  line: number;
  /** Byte offsets in the Latin-1 text. */
  at: number;
  end: number;
  /** As it is written, quotes included; of a list, its words. */
  value: string;
  how: 'set' | 'prepend' | 'append' | 'unset';
  /** Whether programs get it, as far as this text tells. PATH always is. */
  exported: boolean;
  /** What decides whether it runs; of several, the one that is furthest from running always. */
  within: 'top' | 'condition' | 'loop' | 'function';
}

/** An assignment before its line is counted. */
export type Found = Omit<Assignment, 'line'>;

/**
 * Every assignment that has an effect on the shell that reads the text: none in comments, here-documents, subshells and
 * before a command (`X=1 go build`). What `eval` and sourced files set is not seen, nor what `read` and `printf -v` do.
 * Functions that add their argument to PATH count where they are called. Pure, in linear time.
 */
export function assignmentsIn(text: string, syntax: Syntax): Assignment[] {
  return assignmentsOf(text, readCommands(text, syntax), syntax);
}

/** As `assignmentsIn`, of commands that were read. */
export function assignmentsOf(
  text: string,
  commands: readonly PlacedCommand[],
  syntax: Syntax,
): Assignment[] {
  const found = syntax === 'fish' ? fishAssignments(text, commands) : shAssignments(text, commands, syntax);
  found.push(...throughFunctions(text, commands, found));
  return numbered(
    text,
    found.toSorted((a, b) => a.at - b.at),
  );
}

function numbered(text: string, found: readonly Found[]): Assignment[] {
  let line = 1;
  let counted = 0;
  return found.map((each) => {
    for (
      let next = text.indexOf('\n', counted);
      next !== -1 && next < each.at;
      next = text.indexOf('\n', counted)
    ) {
      line++;
      counted = next + 1;
    }
    return { ...each, line };
  });
}
