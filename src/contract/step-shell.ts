/** More options than any shell in a history has; a limit, so that a hostile text is read in linear time. */
const maxOptions = 8;

const posixShell = /^(?:\/\S*\/)?(?:ba|da|a|z|k|mk|fi)?sh$/;
const windowsCommand = /^(?:.*[\\/])?cmd(?:\.exe)?$/i;
const powerShell = /^(?:.*[\\/])?(?:powershell|pwsh)(?:\.exe)?$/i;

/** What a shell is given to run: `/bin/bash -o pipefail -c make` → `make`. null: the step does not start with a shell. */
export function commandAfterShell(step: string): string | null {
  const words = step.split(' ', maxOptions + 3);
  const end = shellEnd(words, 0);
  if (end === null) return null;
  return step.slice(words.slice(0, end).reduce((length, word) => length + word.length + 1, 0));
}

/**
 * If a shell and its options start at `start`, the index of the word after them, where its command begins. They end with
 * the option that takes the command: `-c`, `/C`, `-Command`. null: no shell starts there.
 */
export function shellEnd(words: readonly string[], start: number): number | null {
  const shell = words[start] ?? '';
  if (posixShell.test(shell)) return endOfPosixOptions(words, start + 1);
  if (windowsCommand.test(shell)) return indexAfter(words, start + 1, /^\/c$/i);
  if (powerShell.test(shell)) return indexAfter(words, start + 1, /^-c(?:ommand)?$/i);
  return null;
}

/** `-o` takes a word: `-euxo pipefail -c`. */
function endOfPosixOptions(words: readonly string[], start: number): number | null {
  for (let at = start; at < Math.min(words.length, start + maxOptions); at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return null;
    if (/^-\w*c$/.test(word)) return at + 1;
    if (/^-\w*o$/.test(word)) at++;
  }
  return null;
}

function indexAfter(words: readonly string[], start: number, last: RegExp): number | null {
  const at = words.slice(start, start + maxOptions).findIndex((word) => last.test(word));
  return at < 0 ? null : start + at + 1;
}
