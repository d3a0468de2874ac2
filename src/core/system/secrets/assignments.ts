import { mark } from './mark.ts';
import { isComposite, isPlainValue, isSecretName } from './names.ts';
import { quoteBefore, replaceValues, valueEnd } from './values.ts';

/** `NAME=`, but no comparison. */
const equals = /(?<![\w.-])([\w.-]*\w)=(?!=)/g;

/** `name = "` of TOML, HCL and Go. */
const spacedEquals = /(?<![\w.-])([\w.-]*\w)[ \t]{1,8}:?=[ \t]{0,8}(?=\\{0,3}["'`])/g;

/** `"name": ` of JSON and YAML, `Name: ` of headers, `Name:` of Go's `%+v`. */
const colon = /(?<![\w.-])([\w.-]*\w)(\\{0,3}["'])?[ \t]{0,8}:(?![:=/])[ \t]{0,8}/g;

/** `<password>` of XML. */
const element = /<([\w.-]{1,64})>([^<\n]{1,1000})(?=<\/)/g;

/** Masks the values that are assigned to names such as GITHUB_TOKEN, apiKey or X-Auth-Token. */
export function maskAssignments(text: string): string {
  let masked = replaceValues(
    text,
    equals,
    (found, start) => (isSecret(found) ? assignedEnd(text, found, start) : start),
    ([, name = ''], value) => (isPlainValue(value) || isWorkingFolder(name, value) ? null : mark),
  );
  for (const opening of [spacedEquals, colon]) {
    const before = masked;
    masked = replaceValues(
      before,
      opening,
      (found, start) => (isSecretField(before, found, start) ? fieldEnd(before, found, start) : start),
      (_, value) => (isPlainValue(value) ? null : inQuotes(value)),
    );
  }
  return masked.replaceAll(element, (whole, name: string) =>
    isSecretName(name) ? `<${name}>${mark}` : whole,
  );
}

function isSecret([, name = '']: RegExpExecArray): boolean {
  // GOAUTH lists programs, with arguments that may be secret, and words.
  return isSecretName(name) || name === 'GOAUTH';
}

function assignedEnd(text: string, { index }: RegExpExecArray, start: number): number {
  const isParameter = /[?&]/.test(text[index - 1] ?? '');
  return valueEnd(text, start, quoteBefore(text, index), isParameter ? '&' : '');
}

/** The variables in which shells keep their folder. */
function isWorkingFolder(name: string, value: string): boolean {
  if (name === 'GOAUTH') return /^["']?(?:(?:off|netrc|git [^;"']*)[;"']?\s*)+$/.test(value);
  return /^(?:OLD)?PWD$/.test(name) && /^["']?(?:[/~]|[A-Za-z]:)/.test(value);
}

/** Names of one word that are common without a secret: `key: …` of a map, `auth: …` of an error. */
const common = new Set(['key', 'auth', 'pass', 'sig', 'pat', 'salt', 'cookie', 'signature', 'authorization']);

function isSecretField(text: string, found: RegExpExecArray, start: number): boolean {
  const [whole, written = '', quote] = found;
  const name = written.replace(/^[-_.]+/, '');
  if (!isSecretName(name)) return false;
  // An object or a list, which has names of its own.
  if (/[{[]/.test(text[start] ?? '')) return false;
  // `=`: a quoted value follows.
  if (/=/.test(whole)) return name.toLowerCase() !== 'key';
  if (isComposite(name)) {
    const isField = quote !== undefined || name.includes('-') || startsField(text, found.index);
    return isField || !/\s$/.test(whole) || looksRandom(text, start);
  }
  if (common.has(name.toLowerCase())) return quote !== undefined && name.toLowerCase() !== 'key';
  if (quote !== undefined) return true;
  if (/^pass/i.test(name) && looksRandom(text, start)) return true;
  // `Password:abc}` of Go; `token: abc` as a whole line of YAML, but not a compiler's "unexpected token: newline".
  return /\w/.test(text[start] ?? '') && (!/\s$/.test(whole) || isWholeLine(text, found.index, start));
}

/** Whether the word at `start` has letters and digits, as prose has not. */
function looksRandom(text: string, start: number): boolean {
  const word = /^[^\s,;)}\]]{6,}/.exec(text.slice(start, start + 80))?.[0] ?? '';
  return /\d/.test(word) && /[A-Za-z]/.test(word);
}

/** Whether a name begins a line or an element of a list. */
function startsField(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 40), index);
  return /(?:^|[\n{,;("'])[ \t]*(?:- )?["']?$/.test(before);
}

/** Whether the value that starts at `start` is one word, and it and its name are all that the line contains. */
function isWholeLine(text: string, index: number, start: number): boolean {
  const word = /\S+[ \t]*(?=\r?\n|$(?![\s\S]))/y;
  word.lastIndex = start;
  return startsField(text, index) && word.test(text);
}

function fieldEnd(text: string, found: RegExpExecArray, start: number): number {
  // A quote around the whole field, as in curl's -H 'Private-Token: abc'.
  const outer = found[2] === undefined ? quoteBefore(text, found.index) : null;
  return valueEnd(text, start, outer, ',;})]');
}

/** The mark in the quotes of the value, so that JSON stays JSON. */
function inQuotes(value: string): string {
  const quote = /^\\{0,3}["'`]/.exec(value)?.[0] ?? '';
  return quote !== '' && value.length > quote.length && value.endsWith(quote)
    ? `${quote}${mark}${quote}`
    : `${quote}${mark}`;
}
