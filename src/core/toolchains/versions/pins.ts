import { compareVersions, isPrerelease, minorOf, parseVersion } from './versions.ts';

/** A version as somebody wrote it into a version file or a command. */
export interface WrittenVersion {
  /** Go's word for it. */
  wanted: string;
  /** No patch is named (`1.26`): the newest patch is meant. */
  bare: boolean;
}

/** What a version file asks for. */
export interface Pin {
  /** `pin`: this version. `latest`: the newest installed release. `system`: a Go that is not Burrow's. */
  strength: 'pin' | 'latest' | 'system';
  /** Go's word for the version, `latest` or `system`; null when the words are none. */
  wanted: string | null;
  /** No patch is named (`1.26`): the newest patch is meant. */
  bare: boolean;
}

// Narrower than parseVersion by what a shell without fork cannot do: words other than these, and long numbers.
const written = /^(?:go|v)?\d{1,4}\.\d{1,4}(?:\.\d{1,4}|(?:alpha|beta|rc)\d{1,4})?(?:-[A-Za-z0-9._+-]+)?$/;
const withoutPatch = /^(?:go|v)?\d+\.\d+$/;

/** Reads `1.22.5`, `go1.22.5`, `v1.22.5`, `1.22`, `1.27rc1`, `1.22.5-custom`; null for anything else. */
export function readVersion(text: string): WrittenVersion | null {
  const wanted = written.test(text) ? parseVersion(text) : null;
  return wanted === null ? null : { wanted, bare: withoutPatch.test(text) };
}

/**
 * Reads what a pin may say: a version, `latest` or `stable` (both mean the newest installed release), `system`, and
 * `prefix:1.22` or `latest:1.22` as mise and asdf write a prefix. Anything else is a pin that cannot be read:
 * `ref:…` and `path:…`, too, which name no version.
 */
export function readPin(word: string): Pin {
  if (word === 'latest' || word === 'stable') return { strength: 'latest', wanted: 'latest', bare: true };
  if (word === 'system') return { strength: 'system', wanted: 'system', bare: false };
  const version = readVersion(word.replace(/^(?:prefix|latest):/, ''));
  return { strength: 'pin', ...(version ?? { wanted: null, bare: false }) };
}

/**
 * The first line of a version file (`.go-version`, the default) that says something: its words and its number,
 * 1-based. A byte order mark, blanks, CRLF, empty lines and what follows a `#` mean nothing. Without words: line 1.
 */
export function firstWords(content: string): { text: string; line: number } {
  const lines = content.replace(/^[ \t]*\uFEFF/, '').split('\n');
  const index = lines.findIndex((line) => withoutComment(line) !== '');
  return { text: withoutComment(lines[index] ?? ''), line: Math.max(index, 0) + 1 };
}

function withoutComment(line: string): string {
  return line.replace(/#.*$/s, '').replace(/^[ \t\r]+|[ \t\r]+$/g, '');
}

/** Whether a version is the one that is pinned. What somebody built (`go1.22.5-custom`) is for whoever names it. */
export function meetsPin({ wanted, bare }: WrittenVersion, version: string): boolean {
  if (!bare) return version === wanted;
  return minorOf(version) === minorOf(wanted) && !version.includes('-');
}

/**
 * The toolchain that a pin gets: the newest that meets it, of equals the first; null when none does. `latest` gets
 * the newest release, or else the newest pre-release.
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
