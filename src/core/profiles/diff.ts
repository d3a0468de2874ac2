import { withoutControlCharacters } from '#contract/control-characters';
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import { maskSecrets } from '#core/system';

/** How many lines around a change are shown. */
const context = 3;

/**
 * A unified diff of a file, as `diff -u` prints it; empty when nothing differs. Texts are bytes as Latin-1 and are
 * shown as UTF-8, secrets masked. null: there is no file. Pure.
 */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return '';
  const name = (text: string | null) => (text === null ? '/dev/null' : withoutControlCharacters(path));
  const [old, now] = [before ?? '', after ?? ''];
  // What is the same at both ends is left out: comparing all lines of a large file takes most of the time.
  const from = sameStart(old, now);
  const rest = Math.min(old.length, now.length) - from;
  const end = sameEnd(old, now, rest);
  const [oldPart, nowPart] = [old, now].map((text) => shown(text.slice(from, text.length - end)));
  const patch = structuredPatch('', '', oldPart ?? '', nowPart ?? '', '', '', { context });
  const above = old.slice(0, from).split('\n').length - 1;
  for (const hunk of patch.hunks) {
    hunk.oldStart += above;
    hunk.newStart += above;
  }
  // The library's own header writes a path that is not ASCII as octal numbers.
  const header = `--- ${name(before)}\n+++ ${name(after)}\n`;
  return maskSecrets(header + formatPatch(patch, OMIT_HEADERS).replace(/^\n/, ''));
}

/** Strings are compared in pieces of this length, which takes a fraction of the time of single characters. */
const pieceLength = 4096;

/** The start of the first line to compare: some lines above the first that differs. */
function sameStart(old: string, now: string): number {
  const max = Math.min(old.length, now.length);
  let at = 0;
  while (at + pieceLength <= max && samePiece(old, now, at, at)) at += pieceLength;
  while (at < max && old.charCodeAt(at) === now.charCodeAt(at)) at++;
  for (let lines = 0; lines <= context && at > 0; lines++) at = old.lastIndexOf('\n', at - 2) + 1;
  return at;
}

/** The length of what is left out at the end: the lines that are the same, but for some below the last that differs. */
function sameEnd(old: string, now: string, max: number): number {
  const moved = now.length - old.length;
  let at = old.length;
  const from = old.length - max;
  while (at - pieceLength >= from && samePiece(old, now, at - pieceLength, at - pieceLength + moved))
    at -= pieceLength;
  while (at > from && old.charCodeAt(at - 1) === now.charCodeAt(at - 1 + moved)) at--;
  for (let lines = 0; lines <= context && at < old.length; lines++)
    at = old.indexOf('\n', at) + 1 || old.length;
  return old.length - at;
}

function samePiece(old: string, now: string, oldAt: number, nowAt: number): boolean {
  return old.slice(oldAt, oldAt + pieceLength) === now.slice(nowAt, nowAt + pieceLength);
}

function shown(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
