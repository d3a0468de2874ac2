import { styleText } from 'node:util';

/** `styleText` omits the colour if stdout does not support it or NO_COLOR is set. */
function painter(format: Parameters<typeof styleText>[0]): (text: string) => string {
  return (text) => styleText(format, text, { stream: process.stdout });
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
