import { withoutControlCharacters } from '#contract/control-characters';

/** As much of a line as a message should repeat. */
const maxLength = 200;

/**
 * A line of a profile, given as Latin-1, for a message: as UTF-8, without blanks around it and control characters, and
 * not too long. Pure.
 */
export function excerpt(line: string): string {
  const start = Buffer.from(line.slice(0, 4 * maxLength), 'latin1').toString('utf8');
  const shown = withoutControlCharacters(start.trim());
  return shown.length > maxLength ? `${shown.slice(0, maxLength)}…` : shown;
}
