/** Lines before and after the one that a shell names within which the whole command is looked for. */
const reach = 40;
/** Lines of a file in which a command is looked for everywhere. */
const maxLines = 5000;

/**
 * The line of a file where a command, as a shell printed it, assigns to a variable; shells name the first line of a
 * command, or its last. null: the command does not stand there, as when text was evaluated. Pure.
 */
export function lineOfStatement(
  lines: readonly string[],
  { line, raw, name }: { line: number; raw: string; name: string },
): number | null {
  const found = placesOf(lines, raw, line - reach, line + reach);
  const place = found.find(({ first, last }) => first <= line && line <= last);
  return place ? (lineOfName(lines, name, place.first, place.last) ?? place.first) : null;
}

/** As `lineOfStatement`, where the line is not known; null also if the command stands in several places. Pure. */
export function onlyLineOfStatement(lines: readonly string[], raw: string, name: string): number | null {
  const [place, ...others] = placesOf(lines, raw, 1, Math.min(lines.length, maxLines));
  if (!place || others.length > 0) return null;
  return lineOfName(lines, name, place.first, place.last) ?? place.first;
}

/** Where a command stands between two lines. */
function placesOf(
  lines: readonly string[],
  raw: string,
  from: number,
  to: number,
): { first: number; last: number }[] {
  const wanted = condensed(raw);
  if (wanted === '') return [];
  let text = '';
  const lineAt: number[] = [];
  for (let at = Math.max(1, from); at <= Math.min(lines.length, to); at++) {
    const piece = condensed(lines[at - 1] ?? '');
    text += piece;
    for (let k = 0; k < piece.length; k++) lineAt.push(at);
  }
  const found: { first: number; last: number }[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ first: lineAt[at] ?? 0, last: lineAt[at + wanted.length - 1] ?? 0 });
  }
  return found;
}

/** The first of these lines that assigns to the variable, or names it. Pure. */
export function lineOfName(
  lines: readonly string[],
  name: string,
  first: number,
  last: number,
): number | null {
  const word = name === 'PATH' ? '(?:PATH|path)' : name;
  for (const pattern of [new RegExp(`(?:^|\\W)${word}(?:\\+|\\[.*\\]|:)?=`), new RegExp(`\\b${word}\\b`)]) {
    for (let at = first; at <= last; at++) if (pattern.test(lines[at - 1] ?? '')) return at;
  }
  return null;
}

/** Without what shells print in another way: spaces, quotes, separators. */
function condensed(text: string): string {
  return text.replace(/[\s\\;"'`]/g, '');
}

/** A command of which only the expanded words are known. */
export interface Expanded {
  text: string;
  /** What was executed just before: what was substituted in it, or what is piped into it. */
  before: readonly string[];
}

/** The line where such a command stands; null: nowhere, or in one of several lines that cannot be told apart. Pure. */
export function lineOfCommand(lines: readonly string[], { text, before }: Expanded): number | null {
  const [command = ''] = text.trim().split(/\s/);
  const start = new RegExp(
    `(?:^|[;&|(]|\\b(?:and|or|not|begin|then|else)\\b)\\s*${escaped(command)}(?:\\s|$)`,
  );
  const found = lines.flatMap((line, index) =>
    start.test(line) ? [{ line: letters(line), at: index + 1 }] : [],
  );
  const wanted = letters(text);
  const parts = before.map(letters).filter((part) => part.length > 3);
  const fitting = found.filter(({ line, at }) => {
    const following = letters(lines.slice(at - 1, at + reach).join(' '));
    const begin = wanted === command ? -1 : following.indexOf(wanted);
    return (begin >= 0 && begin < line.length) || parts.some((part) => line.includes(part));
  });
  const [only, ...others] = fitting.length > 0 ? fitting : found;
  return only && others.length === 0 ? only.at : null;
}

/** Without quotes, spaces and escapes. Pure. */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}/.:=-]/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
