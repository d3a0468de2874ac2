import { styleText } from 'node:util';
import { withoutControlCharacters } from '#contract/control-characters';

/**
 * In every colour that Burrow sets, so that it can be told from one in a file name, which was written before. Not from
 * node:crypto: loading it slows every start of the command line. In groups of four digits, since Node's
 * stripVTControlCharacters, with which tables count cells, does not know longer numbers.
 */
const own = Array.from({ length: 3 }, () => String(Math.floor(Math.random() * 1e4))).join(';');
const ownColour = new RegExp(`(\\u001B\\[\\d+;${own}m)`);

/** `styleText` omits the colour if stdout does not support it or NO_COLOR is set. */
function painter(format: Parameters<typeof styleText>[0]): (text: string) => string {
  const [begin = '', end = ''] = styleText(format, '\n', { stream: process.stdout })
    .split('\n')
    .map((code) => code.replace('m', `;${own}m`));
  return (text) => begin + text + end;
}

/**
 * Lines that were painted, with the colours as a terminal understands them. `other` changes what stands between the
 * colours.
 */
export function painted(lines: string, other = (text: string): string => text): string {
  const pieces = lines.split(ownColour);
  return pieces.map((piece, at) => (at % 2 === 1 ? piece.replace(`;${own}`, '') : other(piece))).join('');
}

/**
 * Lines for a terminal. They may contain file names from elsewhere, so control characters are replaced with `\uFFFD`,
 * except for line ends, tabs and Burrow's own colours.
 */
export function forTerminal(lines: string): string {
  return painted(lines, (text) => withoutControlCharacters(text, '\n\t'));
}

export const paint = {
  strong: painter('bold'),
  faint: painter('dim'),
  accent: painter('cyan'),
  good: painter('green'),
  warn: painter('yellow'),
  bad: painter('red'),
};

/** Colours a change of size: growth is bad, shrinking is good. */
export function paintChange(change: number, text: string): string {
  if (change === 0) return paint.faint(text);
  return change > 0 ? paint.bad(text) : paint.good(text);
}
