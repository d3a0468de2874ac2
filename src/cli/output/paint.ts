import { styleText } from 'node:util';

/** Few colours, each with one meaning; `styleText` leaves them out where the stream or NO_COLOR asks for it. */
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

/** A change of size: growth is bad, shrinking is good, and the sign says so without colour. */
export function paintChange(change: number, text: string): string {
  if (change === 0) return paint.faint(text);
  return change > 0 ? paint.bad(text) : paint.good(text);
}
