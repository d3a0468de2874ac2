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
  /** `pin`: this version. `latest`: the newest installed release. `system`: a Go that is not Burrow's. */
  strength: 'pin' | 'latest' | 'system';
  /** The version as Go writes it, `latest` or `system`; null when it cannot be read. */
  wanted: string | null;
  /** It has no patch (`1.26`): the newest patch is meant. */
  bare: boolean;
}

// Stricter than parseVersion, within what a shell can parse without forking: no other words, no long numbers.
const written = /^(?:go|v)?\d{1,4}\.\d{1,4}(?:\.\d{1,4}|(?:alpha|beta|rc)\d{1,4})?(?:-[A-Za-z0-9._+-]+)?$/;
const withoutPatch = /^(?:go|v)?\d+\.\d+$/;

/** Reads `1.22.5`, `go1.22.5`, `v1.22.5`, `1.22`, `1.27rc1`, `1.22.5-custom`; null for anything else. */
export function readVersion(text: string): WrittenVersion | null {
  const wanted = written.test(text) ? parseVersion(text) : null;
  return wanted === null ? null : { wanted, bare: withoutPatch.test(text) };
}

/**
 * Reads a pin: a version, `latest` or `stable` (both mean the newest installed release), `system`, and `prefix:1.22` or
 * `latest:1.22`, as mise and asdf write a prefix. Anything else is a pin that cannot be read, including `ref:…` and
 * `path:…`, which name no version.
 */
export function readPin(word: string): Pin {
  if (word === 'latest' || word === 'stable') return { strength: 'latest', wanted: 'latest', bare: true };
  if (word === 'system') return { strength: 'system', wanted: 'system', bare: false };
  const version = readVersion(word.replace(/^(?:prefix|latest):/, ''));
  return { strength: 'pin', ...(version ?? { wanted: null, bare: false }) };
}

/**
 * The first line with content in a version file (`.go-version`, the default): its text and its 1-based number. Ignores
 * a byte order mark, blanks, CRLF, empty lines and `#` comments. Without content: line 1.
 */
export function firstWords(content: string): { text: string; line: number } {
  const lines = content.replace(/^[ \t]*\uFEFF/, '').split('\n');
  const index = lines.findIndex((line) => withoutComment(line) !== '');
  return { text: withoutComment(lines[index] ?? ''), line: Math.max(index, 0) + 1 };
}

function withoutComment(line: string): string {
  return line.replace(/#.*$/s, '').replace(/^[ \t\r]+|[ \t\r]+$/g, '');
}

/** Whether a version satisfies a pin. A custom build (`go1.22.5-custom`) must be named exactly. */
export function meetsPin({ wanted, bare }: WrittenVersion, version: string): boolean {
  if (!bare) return version === wanted;
  return minorOf(version) === minorOf(wanted) && !version.includes('-');
}

/**
 * The toolchain for a pin: the newest that satisfies it, of equal ones the first; null when there is none. `latest`
 * selects the newest release, or else the newest pre-release.
 */
export function choosePinned<T extends { version: string }>(pin: Pin, installed: readonly T[]): T | null {
  const { strength, wanted, bare } = pin;
  if (wanted === null || strength === 'system') return null;
  if (strength === 'pin')
    return newest(installed.filter(({ version }) => meetsPin({ wanted, bare }, version)));
  const official = installed.filter(({ version }) => !version.includes('-'));
  return newest(official.filter(({ version }) => !isPrerelease(version))) ?? newest(official);
}

function newest<T extends { version: string }>(candidates: readonly T[]): T | null {
  let best: T | null = null;
  for (const candidate of candidates) {
    if (best === null || compareVersions(candidate.version, best.version) > 0) best = candidate;
  }
  return best;
}
