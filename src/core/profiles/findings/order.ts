import type { FindingPlace } from '#contract/findings';
import { literal, type Known } from './literal.ts';
import { type StartupText, wordsOf } from './startup-file.ts';

/** The files that one start of a shell reads, in order. */
export interface Start {
  shell: string;
  roots: readonly string[];
}

/** What the shells in use read at their start. */
export interface Startup {
  starts: Start[];
  /** By path. */
  files: Map<string, StartupText>;
  /** Burrow's own files, which its blocks read. */
  own: ReadonlySet<string>;
  known: Known;
  /** The text of ~/.profile, as Latin-1; null: there is none. */
  profile: string | null;
  /** fish's own file of universal variables, as Latin-1; null: there is none. */
  universal: { path: string; text: string } | null;
}

/** More is not followed. */
const maxDepth = 8;
const maxSteps = 200_000;

/** The file that a command reads into the shell; null: it does not, or only the shell knows which. Pure. */
export function sourcedBy(words: readonly string[], known: Known): string | null {
  const [name = '', ...rest] = words[0] === 'builtin' || words[0] === 'command' ? words.slice(1) : words;
  if (name !== 'source' && name !== '.' && name !== '\\.') return null;
  const path =
    rest[0] === undefined
      ? null
      : literal(rest[0].replace(/\$\{ZDOTDIR:-(?:\$HOME|\$\{HOME\}|~)\}/, '$ZDOTDIR'), known);
  return path?.startsWith('/') ? path : null;
}

/** Tells whether some start of a shell runs the command at an offset of a file behind the last of Burrow's blocks. */
export type PlaceOf = (path: string, at: number) => FindingPlace;

/**
 * Follows every start through the files and what they source. To read one of Burrow's own files, by a line that the
 * person wrote, is as good as its block. Pure.
 */
export function placesIn(
  { starts, files, own }: Pick<Startup, 'starts' | 'files' | 'own'>,
  known: Known,
): PlaceOf {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const { roots } of starts) {
    const steps = stepsOf(roots, { files, own }, known);
    const last = steps.findLastIndex(({ isBlock }) => isBlock);
    if (last === -1) continue;
    for (const [index, { path, at }] of steps.entries()) (index > last ? after : before).add(`${at} ${path}`);
  }
  return (path, at) => {
    const step = `${at} ${path}`;
    return after.has(step) ? 'after' : before.has(step) ? 'before' : 'alone';
  };
}

interface Step {
  path: string;
  at: number;
  isBlock: boolean;
}

function stepsOf(
  roots: readonly string[],
  { files, own }: Pick<Startup, 'files' | 'own'>,
  known: Known,
): Step[] {
  const steps: Step[] = [];
  const read = (path: string, depth: number, above: readonly string[]) => {
    const file = files.get(path);
    if (!file || depth > maxDepth || above.includes(path)) return;
    let isBlockDue = file.block !== null;
    for (const placed of file.commands) {
      if (steps.length > maxSteps) return;
      const { at } = placed.command;
      if (isBlockDue && file.block && at >= file.block.at) {
        steps.push({ path, at: file.block.at, isBlock: true });
        isBlockDue = false;
      }
      const sourced = sourcedBy(wordsOf(file, placed), known);
      steps.push({ path, at, isBlock: sourced !== null && own.has(sourced) });
      if (sourced !== null) read(sourced, depth + 1, [...above, path]);
    }
    if (isBlockDue && file.block) steps.push({ path, at: file.block.at, isBlock: true });
  };
  for (const root of roots) read(root, 0, []);
  return steps;
}
