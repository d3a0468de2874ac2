import type { Span } from './tree.ts';

/** A text that is being read. */
export interface Source {
  readonly text: string;
  /** Set when a quotation, a parenthesis or a brace has no end. */
  unclosed: boolean;
}

/** A here-document whose text begins behind the next newline. */
export interface Announced {
  delimiter: string;
  /** `<<-`: tabs may stand before its end. */
  indented: boolean;
}

/** Deeper nesting is not read: the shells' own limits are of this order, and recursion must end. */
const maxDepth = 200;

const ordinary = 0;
const special = 1;
const kinds = new Uint8Array(256);
for (const char of ' \t\r\n;&|()<>=\\\'"`$') kinds[char.charCodeAt(0)] = special;

/**
 * Where the word that begins at `at` ends. A word that begins with a parenthesis is one of zsh's patterns, `(a|b)*`.
 */
export function wordEnd(source: Source, at: number, depth = 0): number {
  const { text } = source;
  let i = at;
  while (i < text.length) {
    if ((kinds[text.charCodeAt(i)] ?? ordinary) === ordinary) {
      i++;
      continue;
    }
    const char = text[i];
    const next = text[i + 1];
    if (char === '\\') i += 2;
    else if (char === "'") i = behind(source, "'", i + 1);
    else if (char === '"') i = doubleQuotedEnd(source, i + 1, depth);
    else if (char === '`') i = escapedEnd(source, i + 1, '`');
    else if (char === '$') i = expansionEnd(source, i, depth, false);
    else if (char === '=') i = next === '(' ? parenthesisEnd(source, i + 2, depth + 1) : i + 1;
    else if (char === '\r' && next !== '\n') i++;
    else if ((char === '<' || char === '>') && next === '(') i = parenthesisEnd(source, i + 2, depth + 1);
    else if (char === '<' && rangeLength(text, i) > 0) i += rangeLength(text, i);
    else if (char === '(' && !(i > at && emptyParentheses(text, i)))
      i = parenthesisEnd(source, i + 1, depth + 1);
    else break;
  }
  return Math.min(i, text.length);
}

/** `()` or `( )`, which makes a function of the word before it. */
export function emptyParentheses(text: string, at: number): number {
  const found = /\([ \t]*\)/y;
  found.lastIndex = at;
  return found.exec(text)?.[0].length ?? 0;
}

/** zsh's `<1-5>` and `<->`, a number in a pattern. */
function rangeLength(text: string, at: number): number {
  const found = /<\d*-\d*>/y;
  found.lastIndex = at;
  return found.exec(text)?.[0].length ?? 0;
}

/** Behind what begins with the `$` at `at`. */
function expansionEnd(source: Source, at: number, depth: number, isQuoted: boolean): number {
  const { text } = source;
  const next = text[at + 1];
  if (next === '(') {
    const arithmetic = text[at + 2] === '(' ? arithmeticEnd(text, at + 1) : null;
    return arithmetic ?? parenthesisEnd(source, at + 2, depth + 1);
  }
  if (next === '{') return braceEnd(source, at + 2, depth + 1, isQuoted);
  if (next === "'" && !isQuoted) return escapedEnd(source, at + 2, "'");
  return next === '#' || next === '$' ? at + 2 : at + 1;
}

/** Longer or deeper arithmetic is read as commands, so that no text is read again and again. */
const maxArithmetic = 1000;
const maxArithmeticDepth = 30;

/** Behind the `))` of the `((` at `at`; null: these are two parentheses. */
export function arithmeticEnd(text: string, at: number): number | null {
  const end = Math.min(text.length, at + maxArithmetic);
  let open = 0;
  for (let i = at; i < end; i++) {
    if (text[i] === '(' && ++open > maxArithmeticDepth) return null;
    if (text[i] === ')' && --open === 1) return text[i + 1] === ')' ? i + 2 : null;
  }
  return null;
}

function doubleQuotedEnd(source: Source, at: number, depth: number): number {
  const { text } = source;
  let i = at;
  while (i < text.length) {
    const char = text[i];
    if (char === '"') return i + 1;
    if (char === '\\') i += 2;
    else if (char === '`') i = escapedEnd(source, i + 1, '`');
    else if (char === '$') i = expansionEnd(source, i, depth, true);
    else i++;
  }
  return unclosed(source);
}

/** Behind the `}` of a `${`. Within double quotes a single quote is a character, but not in a pattern. */
export function braceEnd(source: Source, at: number, depth: number, isQuoted: boolean): number {
  if (depth > maxDepth) return unclosed(source);
  const { text } = source;
  const pattern = /[!#]?\w+(?:\[[^\]\n]{0,100}\])?[#%/^,]/y;
  pattern.lastIndex = at;
  const quotes = !isQuoted || pattern.test(text);
  let i = at;
  while (i < text.length) {
    const char = text[i];
    if (char === '}') return i + 1;
    if (char === '\\') i += 2;
    else if (char === "'" && quotes) i = behind(source, "'", i + 1);
    else if (char === '"') i = doubleQuotedEnd(source, i + 1, depth);
    else if (char === '`') i = escapedEnd(source, i + 1, '`');
    else if (char === '$') i = expansionEnd(source, i, depth, isQuoted);
    else i++;
  }
  return unclosed(source);
}

/** Behind the `)` of a substitution, an array or a pattern, the text of which begins at `at`. */
function parenthesisEnd(source: Source, at: number, depth: number): number {
  if (depth > maxDepth) return unclosed(source);
  const { text } = source;
  const open: ('(' | 'case')[] = [];
  const announced: Announced[] = [];
  let isStart = true;
  let i = at;
  while (i < text.length) {
    const char = text[i];
    if (char === ' ' || char === '\t' || char === '\r') i++;
    else if (char === '#') i = lineEnd(text, i);
    else if (char === '\n') {
      i = documentsEnd(text, i + 1, announced.splice(0));
      isStart = true;
    } else if (char === '(') {
      const arithmetic = text[i + 1] === '(' ? arithmeticEnd(text, i) : null;
      if (arithmetic === null) open.push('(');
      i = arithmetic ?? i + 1;
      isStart = true;
    } else if (char === ')') {
      i++;
      if (open.at(-1) === 'case') isStart = true;
      else if (open.length === 0) return i;
      else open.pop();
    } else if (char === ';' || char === '&' || char === '|') {
      i++;
      isStart = true;
    } else if (char === '<' && text[i + 1] === '<' && text[i + 2] !== '<') {
      const read = announcement(source, i, depth);
      announced.push(read.announced);
      i = read.end;
    } else if ((char === '<' || char === '>') && text[i + 1] !== '(' && rangeLength(text, i) === 0) i++;
    else {
      const end = Math.max(wordEnd(source, i, depth), i + 1);
      const word = end - i <= 5 ? text.slice(i, end) : '';
      if (isStart && word === 'case') open.push('case');
      else if (isStart && word === 'esac' && open.at(-1) === 'case') open.pop();
      isStart = /^(?:then|else|elif|if|do|while|until|\{|!)$/.test(word);
      i = end;
    }
  }
  return unclosed(source);
}

/** The here-document that the `<<` at `at` announces, and the end of its delimiter. */
export function announcement(
  source: Source,
  at: number,
  depth = 0,
): { announced: Announced; word: Span; end: number } {
  const { text } = source;
  const indented = text[at + 2] === '-';
  let from = at + (indented ? 3 : 2);
  while (text[from] === ' ' || text[from] === '\t') from++;
  const end = wordEnd(source, from, depth);
  const delimiter = text.slice(from, end).replaceAll(/\\(.)|["']|\$(?=["'])/g, '$1');
  return { announced: { delimiter, indented }, word: { at: from, end }, end };
}

/** Behind the here-documents whose text begins at `at`. One without an end goes on to the end of the text. */
export function documentsEnd(text: string, at: number, announced: readonly Announced[]): number {
  let i = at;
  for (const { delimiter, indented } of announced) {
    for (let isOpen = true; isOpen && i < text.length; ) {
      const end = lineEnd(text, i);
      const line = text.slice(i, end).replace(/\r$/, '');
      isOpen = (indented ? line.replace(/^\t+/, '') : line) !== delimiter;
      i = end + 1;
    }
  }
  return Math.min(i, text.length);
}

/** The newline that ends the line, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Behind the next `quote` that no backslash stands before. */
function escapedEnd(source: Source, at: number, quote: string): number {
  const { text } = source;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
  }
  return unclosed(source);
}

function behind(source: Source, quote: string, at: number): number {
  const found = source.text.indexOf(quote, at);
  return found === -1 ? unclosed(source) : found + 1;
}

function unclosed(source: Source): number {
  source.unclosed = true;
  return source.text.length;
}
