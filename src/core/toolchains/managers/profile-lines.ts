import type { GoManager } from '#contract/toolchains';
import { pathEntries, wholeBlocks } from '#core/profiles';
import { managers } from './known/index.ts';

/**
 * The lines of a profile (`file`) that belong to a manager, numbered from 1; comments belong to none. Without them the
 * file still parses: an `if` that contains nothing else is included, an `if` with other lines is not. `keeps`: other
 * entries that such a line adds to PATH.
 */
export function linesOf(
  manager: GoManager,
  text: string,
  file: string,
): { line: number; text: string; keeps: string[] }[] {
  const mark = managers[manager].profileMark;
  if (!mark) return [];
  const lines = text.split(/\r?\n/).map((each) => each.trim());
  const marked = lines.map((each) => !each.startsWith('#') && mark.test(each));
  const theirs = wholeBlocks(lines, marked, file.endsWith('.fish') ? 'fish' : 'sh');
  return lines
    .map((each, index) => ({ line: index + 1, text: each, keeps: elseInPath(each, mark) }))
    .filter((_, index) => theirs[index]);
}

/** GOROOT is set by the manager: without it the entry is useless. */
function elseInPath(line: string, mark: RegExp): string[] {
  return pathEntries(line).filter((entry) => !mark.test(entry) && !/\$\{?GOROOT\b/.test(entry));
}
