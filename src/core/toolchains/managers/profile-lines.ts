import type { GoManager } from '#contract/toolchains';
import { pathEntries, syntaxOf, wholeLines } from '#core/profiles';
import { managers } from './known/index.ts';

/**
 * The lines of a profile (`file`) that belong to a manager, numbered from 1; comments belong to none. Without them the
 * shell still accepts the file: a block that contains nothing else is included, one with other lines is not. `keeps`:
 * other entries that such a line adds to PATH.
 */
export function linesOf(
  manager: GoManager,
  text: string,
  file: string,
): { line: number; text: string; keeps: string[] }[] {
  const mark = managers[manager].profileMark;
  if (!mark) return [];
  const lines = text.split(/\r?\n/).map((each) => each.trim());
  const marked = lines.flatMap((each, index) =>
    !each.startsWith('#') && mark.test(each) ? [index + 1] : [],
  );
  if (marked.length === 0) return [];
  return wholeLines(text, marked, syntaxOf(file)).taken.map((line) => {
    const written = lines[line - 1] ?? '';
    return { line, text: written, keeps: elseInPath(written, mark) };
  });
}

/** GOROOT is set by the manager: without it the entry is useless. */
function elseInPath(line: string, mark: RegExp): string[] {
  return pathEntries(line).filter((entry) => !mark.test(entry) && !/\$\{?GOROOT\b/.test(entry));
}
