import { compareVersions, minorOf, parseVersion } from './versions.ts';

/** A version as somebody wrote it into a version file or a command. */
export interface WrittenVersion {
  /** Go's word for it. */
  wanted: string;
  /** No patch is named (`1.26`): the newest patch is meant. */
  bare: boolean;
}

// Narrower than parseVersion by what a shell without fork cannot do: words other than these, and long numbers.
const written = /^(?:go|v)?\d{1,4}\.\d{1,4}(?:\.\d{1,4}|(?:alpha|beta|rc)\d{1,4})?(?:-.*)?$/;
const withoutPatch = /^(?:go|v)?\d+\.\d+$/;

/** Reads `1.22.5`, `go1.22.5`, `v1.22.5`, `1.22`, `1.27rc1`, `1.22.5-custom`; null for anything else. */
export function readVersion(text: string): WrittenVersion | null {
  const wanted = written.test(text) ? parseVersion(text) : null;
  return wanted === null ? null : { wanted, bare: withoutPatch.test(text) };
}

/**
 * The first line of a version file (`.go-version`, the default) that says something: its words and its number,
 * 1-based. A byte order mark, blanks, CRLF, empty lines and what follows a `#` mean nothing. Without words: line 1.
 */
export function firstWords(content: string): { text: string; line: number } {
  const lines = content.replace(/^\uFEFF/, '').split('\n');
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

/** The toolchain that a pin gets: the newest that meets it, of equals the first; null when none does. */
export function choosePinned<T extends { version: string }>(
  pin: WrittenVersion,
  installed: readonly T[],
): T | null {
  let best: T | null = null;
  for (const candidate of installed) {
    if (!meetsPin(pin, candidate.version)) continue;
    if (best === null || compareVersions(candidate.version, best.version) > 0) best = candidate;
  }
  return best;
}
