import { mark } from './mark.ts';
import { mentionsSecret } from './names.ts';
import { quoteBefore, replaceValues, valueEnd } from './values.ts';

/** `-X name=`, also as `-X=name=` and as two elements of a list: `"-X", "name=`. */
const opening = /(?<![\w-])--?X(=|\s+|\\{0,3}["'],?\s*(?=\\{0,3}["']))(?:\\{0,3}["'`])?([^\s"'`=]+)=/g;

/**
 * Masks the strings that a build sets with `-X`, except those that are the `revision`, a version or a date under a name
 * that mentions no secret. Anything else may be one.
 */
export function maskLinkerValues(text: string, revision: string | null): string {
  return replaceValues(
    text,
    opening,
    (found, start) => valueEnd(text, start, outerQuote(text, found)),
    ([, , name = ''], value) => {
      const plain = value.replaceAll(/^\\{0,3}["'`]|\\{0,3}["'`]$/g, '');
      const isKept = !mentionsSecret(lastElement(name)) && isHarmless(plain, revision);
      return isKept || plain === '' ? null : mark;
    },
  );
}

/** The quote before the name, or before `-X=`, where flag and name are one word. */
function outerQuote(text: string, found: RegExpExecArray): string | null {
  const [whole, separator, name = ''] = found;
  const ofName = quoteBefore(text, found.index + whole.length - name.length - 1);
  return ofName ?? (separator === '=' ? quoteBefore(text, found.index) : null);
}

/** `main.version` of `example.test/tools/main.version`. */
function lastElement(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function isHarmless(value: string, revision: string | null): boolean {
  return isRevision(value, revision) || isVersion(value) || isDate(value);
}

/** The whole revision or its first characters, possibly marked as changed. */
function isRevision(value: string, revision: string | null): boolean {
  const hash = value.replace(/[-+.](?:dirty|modified|changed)$/, '');
  return revision !== null && hash.length >= 7 && revision.startsWith(hash);
}

const versionWords = new Set(
  'dev devel (devel) development unknown none n/a snapshot nightly latest stable head dirty clean'.split(' '),
);

/** What may follow the numbers of a version: kinds of releases. */
const kind =
  '(?:alpha|beta|rc|pre|preview|dev|devel|dirty|snapshot|final|release|stable|canary|nightly|next|incompatible|modified)\\d{0,4}';

/** `v1.2.3-rc.1`, `go1.27rc1`, `v0.0.0-20261107101112-abcdef123456`, `v1.2.3-4-gabcdef1-dirty`. */
const version = new RegExp(
  `^(?:v|go)?\\d{1,5}(?:\\.\\d{1,5}){0,3}(?:${kind}|[-+.~](?:${kind}|\\d{1,14})){0,5}` +
    `(?:[-+.]g?[0-9a-f]{7,12})?(?:[-+.~]${kind}){0,2}$`,
  'i',
);

function isVersion(value: string): boolean {
  return value.length <= 64 && (versionWords.has(value.toLowerCase()) || version.test(value));
}

const dates = [
  // 2026-11-07T10:11:12.5Z, 2026-11-07 10:11:12 +0100, 20261107, 20261107101112, 2026/11/07
  /^(?:19|20)\d\d[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:[0-2]\d|3[01])(?:[T_ -]?\d\d[:.-]?\d\d(?:[:.-]?\d\d)?(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$/,
  // Seconds since 1970
  /^1\d{9}$/,
  // Sat, 07 Nov 2026 10:11:12 GMT; Sat Nov  7 10:11:12 UTC 2026
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,2}[\w: +-]{8,32}$/,
];

function isDate(value: string): boolean {
  return value.length <= 48 && dates.some((date) => date.test(value));
}
