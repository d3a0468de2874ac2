import { trimmed } from '#core/system';
import { withoutMark } from './lines.ts';
import { compareVersions, isPrerelease, minorOf, parseVersion } from './versions.ts';

/** A version as written in a version file or a command. */
export interface WrittenVersion {
  /** The version as Go writes it. */
  wanted: string;
  /** It has no patch (`1.26`): the newest patch is meant. */
  bare: boolean;
}

/** What a version file asks for. */
export interface Pin {
  /**
   * `pin`: this version. `at-least`: the newest installed release that is not older. `latest`: the newest installed
   * release. `system`: a Go that is not Burrow's.
   */
  strength: 'pin' | 'at-least' | 'latest' | 'system';
  /** The version as Go writes it, `latest` or `system`; null when it cannot be read. */
  wanted: string | null;
  /** It has no patch (`1.26`): the newest patch is meant. */
  bare: boolean;
  /** Prefer the release with exactly this name: `1.20` is go1.20 if that is installed. */
  release?: true;
  /** If the text is the tag of a container image, such as `1.27-bookworm`: the version in it. */
  image?: string;
}

// Stricter than parseVersion, within what a shell can parse without forking: no other words, no long numbers.
const written = /^(?:go|v)?\d{1,4}\.\d{1,4}(?:\.\d{1,4}|(?:alpha|beta|rc)\d{1,4})?(?:-[A-Za-z0-9._+-]+)?$/;
const withoutPatch = /^(?:go|v)?\d+\.\d+$/;

/** Reads `1.22.5`, `go1.22.5`, `v1.22.5`, `1.22`, `1.27rc1`, `1.22.5-custom`; null for anything else. */
export function readVersion(text: string): WrittenVersion | null {
  const wanted = written.test(text) ? parseVersion(text) : null;
  return wanted === null ? null : { wanted, bare: withoutPatch.test(text) };
}

/** The systems that Go's Docker images append to a version in their tags. */
export const imageTags = [
  'alpine',
  'windowsservercore',
  'nanoserver',
  'slim',
  'onbuild',
  'wheezy',
  'jessie',
  'stretch',
  'buster',
  'bullseye',
  'bookworm',
  'trixie',
  'forky',
] as const;

const imageTag = new RegExp(`^([^-]*)-(?:${imageTags.join('|')})`);
const latest = /^(?:latest|stable|(?:go|v)?1(?:\.[xX*])?|(?:prefix|latest):1|prefix:latest)$/;

/**
 * Reads a pin:
 *
 * - a version;
 * - `latest` or `stable`, and since there is no Go 2 also `1` or `1.x`: the newest installed release;
 * - `system`: a Go that is not Burrow's;
 * - `1.22.x`, `1.22.*`, and `prefix:1.22` and `latest:1.22`, as mise and asdf write a prefix: the newest 1.22;
 * - `>=1.22`: the newest that is not older.
 *
 * With `release`, `1.20` prefers the release with that name, as in asdf and mise. Anything else cannot be read
 * (`wanted` is null): other ranges (`^1.22`, `~1.22`), which no version file uses and whose meaning differs between
 * tools; `ref:…` and `path:…`, which name no version; tags of container images.
 */
export function readPin(word: string, { release }: { release: boolean } = { release: false }): Pin {
  if (latest.test(word)) return { strength: 'latest', wanted: 'latest', bare: true };
  if (word === 'system') return { strength: 'system', wanted: 'system', bare: false };
  const [, least] = /^>=(.*)$/s.exec(word) ?? [];
  if (least !== undefined) return readLeast(least);
  const [, wildcard] = /^(.*)\.[xX*]$/s.exec(word) ?? [];
  if (wildcard !== undefined) {
    const version = readVersion(wildcard);
    return version?.bare ? { strength: 'pin', ...version } : noPin;
  }
  const [, prefix] = /^(?:prefix|latest):(.*)$/s.exec(word) ?? [];
  const version = readVersion(prefix ?? word);
  if (version === null) return noPin;
  const [, image] = imageTag.exec(version.wanted.replace(/^go/, '')) ?? [];
  if (image !== undefined) return { ...noPin, image };
  const isName = prefix === undefined && !word.startsWith('v');
  return { strength: 'pin', ...version, ...(release && isName ? { release } : {}) };
}

const noPin: Pin = { strength: 'pin', wanted: null, bare: false };

function readLeast(text: string): Pin {
  const version = readVersion(text);
  return version === null || version.wanted.includes('-') ? noPin : { strength: 'at-least', ...version };
}

/**
 * The first line with content in a version file (`.go-version`, the default): its text and its 1-based number. Ignores
 * a byte order mark, blanks, CRLF, empty lines, `#` comments and lines that begin with `//`. The tool may be named, as
 * in a .tool-versions: `golang 1.22`. Without content: line 1.
 */
export function firstWords(lines: readonly string[]): { text: string; line: number } {
  for (const [index, line] of withoutMark(lines).entries()) {
    const text = withoutComment(line);
    if (text !== '') return { text: text.replace(/^(?:go|golang)[ \t\r]+/, ''), line: index + 1 };
  }
  return { text: '', line: 1 };
}

function withoutComment(line: string): string {
  const [code = ''] = line.split('#', 1);
  const text = trimmed(code, ' \t\r');
  return text.startsWith('//') ? '' : text;
}

/** Whether a version satisfies a pin. A custom build (`go1.22.5-custom`) must be named exactly. */
export function meetsPin({ wanted, bare }: WrittenVersion, version: string): boolean {
  if (!bare) return version === wanted;
  return minorOf(version) === minorOf(wanted) && !version.includes('-');
}

/**
 * The toolchain for a pin: the newest that satisfies it, of equal ones the first; null when there is none. `latest` and
 * `at-least` select the newest release, or else the newest pre-release.
 */
export function choosePinned<T extends { version: string }>(pin: Pin, installed: readonly T[]): T | null {
  const { strength, wanted, bare, release } = pin;
  if (wanted === null || strength === 'system') return null;
  if (strength === 'pin') {
    const named = release ? installed.find(({ version }) => version === wanted) : undefined;
    return named ?? newest(installed.filter(({ version }) => meetsPin({ wanted, bare }, version)));
  }
  const official = installed.filter(
    ({ version }) =>
      !version.includes('-') && (strength === 'latest' || compareVersions(version, wanted) >= 0),
  );
  return newest(official.filter(({ version }) => !isPrerelease(version))) ?? newest(official);
}

function newest<T extends { version: string }>(candidates: readonly T[]): T | null {
  let best: T | null = null;
  for (const candidate of candidates) {
    if (best === null || compareVersions(candidate.version, best.version) > 0) best = candidate;
  }
  return best;
}
