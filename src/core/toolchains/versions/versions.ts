/** The parts of a Go version, digits as text: Go compares numbers of any length (go/src/internal/gover). */
interface VersionParts {
  major: string;
  minor: string;
  /** Empty for a language version (`1.21`) and for pre-releases. */
  patch: string;
  /** Empty, or `alpha`, `beta`, `rc` (Go accepts any small letters). */
  kind: string;
  pre: string;
}

const number = '(0|[1-9][0-9]*)';
const syntax = new RegExp(`^${number}(?:\\.${number}(?:\\.${number}|([a-z]+)${number}?)?)?$`);

/** What may follow the first `-` of a toolchain's name; it becomes part of a folder's name, so it has no separators. */
const safeSuffix = /^-[A-Za-z0-9._+-]+$/;

/** Removes `go` or `v`, and splits off the `-custom` suffix of a custom build, as Go does. */
function split(text: string): { bare: string; suffix: string } {
  const bare = text.replace(/^(?:go|v)/, '');
  const dash = bare.indexOf('-');
  return dash < 0 ? { bare, suffix: '' } : { bare: bare.slice(0, dash), suffix: bare.slice(dash) };
}

function partsOf(text: string): VersionParts | null {
  const match = syntax.exec(split(text).bare);
  if (!match) return null;
  const [, major = '', minor, patch, kind, pre] = match;
  if (minor === undefined) return { major, minor: '0', patch: '0', kind: '', pre: '' };
  // Up to 1.20 the first release of a minor version has no third number; from 1.21 on `1.21` is only the language
  // version, and the first release is 1.21.0 (https://go.dev/doc/toolchain#version).
  const firstRelease = patch === undefined && kind === undefined && compareNumbers(minor, '21') < 0;
  return { major, minor, patch: firstRelease ? '0' : (patch ?? ''), kind: kind ?? '', pre: pre ?? '' };
}

function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Reads a version as people and tools write it (`1.22.5`, `go1.22.5`, `v1.22.5`, `1.27rc1`, `go1.22.5-custom`) and
 * returns Go's form of it, one form per version: `go1.20` also for `1.20.0`. null when Go would not accept it.
 */
export function parseVersion(text: string): string | null {
  const trimmed = text.trim();
  const parts = partsOf(trimmed);
  const { suffix } = split(trimmed);
  if (!parts || (suffix && !safeSuffix.test(suffix))) return null;
  const { major, minor, patch, kind, pre } = parts;
  const beforeThreeNumbers = patch === '0' && compareNumbers(minor, '21') < 0;
  let word = `go${major}`;
  if (!(beforeThreeNumbers && minor === '0')) word += `.${minor}`;
  if (patch && !beforeThreeNumbers) word += `.${patch}`;
  return word + kind + pre + suffix;
}

/**
 * Compares two versions as Go's `go/version.Compare` does: negative, 0 or positive; `1.21` < `1.21rc1` < `1.21.0`.
 * Invalid versions come first. A `-custom` suffix is ignored.
 */
export function compareVersions(a: string, b: string): number {
  const x = partsOf(a);
  const y = partsOf(b);
  if (!x || !y) return Number(x !== null) - Number(y !== null);
  return (
    compareNumbers(x.major, y.major) ||
    compareNumbers(x.minor, y.minor) ||
    compareNumbers(x.patch, y.patch) ||
    compareText(x.kind, y.kind) ||
    compareNumbers(x.pre, y.pre)
  );
}

/** The language version that a version belongs to: `go1.26` for `go1.26.1` and `go1.26rc1`; '' for an invalid one. */
export function minorOf(version: string): string {
  const parts = partsOf(version);
  if (!parts) return '';
  return parts.major === '1' && parts.minor === '0' ? 'go1' : `go${parts.major}.${parts.minor}`;
}

/** Whether it is an alpha, beta or release candidate. */
export function isPrerelease(version: string): boolean {
  return (partsOf(version)?.kind ?? '') !== '';
}

/**
 * Whether it is only a language version: `go1.21` and later without a third number. Up to 1.20 the same form (`go1.20`)
 * is a release.
 */
export function isLanguageVersion(version: string): boolean {
  const parts = partsOf(version);
  return parts !== null && parts.patch === '' && parts.kind === '';
}
