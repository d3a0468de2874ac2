import { shellEnd } from './step-shell.ts';

const assignment = /^[A-Za-z_]\w*=/;

/**
 * Separates the build arguments from the command that a step ran with them: `|2 A=1 B=x y /bin/sh -c make`. null: the step
 * has no such list.
 *
 * The values are not quoted. Where a value ends follows from the names, of which the number says how many there are, and
 * from the shell. Buildah counts words instead of names. Where this leaves two readings:
 * - more names than arguments: the arguments are returned as one text;
 * - no shell (`RUN ["make"]`): the last value is one word.
 */
export function takeArguments(step: string): { args: string[]; rest: string } | null {
  const head = /^\|(\d{1,4}) /.exec(step);
  if (!head) return null;
  const count = Number(head[1]);
  const words = step.slice(head[0].length).split(' ');
  const end = endOfArguments(words, count);
  return { args: separate(words.slice(0, end), count), rest: words.slice(end).join(' ') };
}

/** The index of the first word of the command. */
function endOfArguments(words: readonly string[], count: number): number {
  if (!words[0]?.includes('=')) return 0;
  if (shellEnd(words, count) !== null) return count;
  const names = starts(words);
  const last = names[count - 1] ?? 0;
  const isShell = (word: string, at: number) => word.startsWith('/') && shellEnd(words, at) !== null;
  const shell = words.findIndex((word, at) => at > last && isShell(word, at));
  if (shell > 0) return shell;
  if (names.length >= count) return last + 1;
  const command = words.findIndex((word) => !assignment.test(word));
  return command < 0 ? words.length : command;
}

function separate(words: readonly string[], count: number): string[] {
  const at = starts(words);
  if (at.length > count && count > 0) return [words.join(' ')];
  return at.map((start, index) => words.slice(start, at[index + 1]).join(' '));
}

/** The indexes of the words that begin an argument: the first, and those that look like `NAME=value`. */
function starts(words: readonly string[]): number[] {
  return words.flatMap((word, index) => (index === 0 || assignment.test(word) ? index : []));
}
