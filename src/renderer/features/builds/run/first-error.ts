import { placeIn } from './place-in.ts';

/** What Go says beside the error: packages as headings, progress, and how a command is used. */
const notErrors = [/^# /, /^go: (?:downloading|extracting|finding|found|upgraded|added) /, /^usage: /];
/** The last line of what Go prints about a wrong flag; its first one names the flag. */
const pointer = /^Run 'go help \S+' for details\.$/;

/**
 * The most relevant line of a failed build's log: the first with a position in a file; of a wrong use of a command, the
 * line above how it is used; else the last one. Pure.
 */
export function firstError(log: string): string | null {
  const lines = log
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !pointer.test(line));
  const placed = lines.find((line) => placeIn(line)?.message);
  if (placed !== undefined) return placed;
  const usage = lines.findIndex((line) => line.startsWith('usage: '));
  const errors = lines
    .slice(0, usage < 0 ? undefined : usage)
    .filter((line) => !notErrors.some((each) => each.test(line)));
  return errors.at(-1) ?? lines.at(-1) ?? null;
}
