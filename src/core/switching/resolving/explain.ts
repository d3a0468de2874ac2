import { dirname } from 'node:path';
import type { Candidate } from '#contract/switching';
import type { Wanted, Wish } from '../wishes/index.ts';
import { choose, meets } from './choose.ts';
import type { Decision, Supply } from './decide.ts';
import type { OtherGo } from './other-go.ts';

/**
 * Every place that asks for a Go, highest precedence first, with its outcome and the files of one folder that disagree.
 */
export function explain(decision: Decision | null, wishes: readonly Wish[], supply: Supply): Candidate[] {
  return [
    ...strongestFirst(decision, wishes).map((wish) => ({
      rule: wish.rule,
      file: wish.file,
      line: wish.line,
      text: wish.text,
      wanted: wish.wanted,
      version: wish === decision?.wish ? ran(decision) : given(wish, supply),
      outcome: outcomeOf(wish, decision, supply),
      disagreesWith: disagreement(wish, wishes, supply),
    })),
    ...supply.others.map((other, index) => otherCandidate(other, decision === null && index === 0)),
  ];
}

/**
 * The file with the highest precedence in the wish's folder, if it asks for another version; otherwise null. A file
 * with several versions agrees if one of them does. A wish that cannot be read and a Go of unknown version never
 * disagree.
 */
export function disagreement(wish: Wish, wishes: readonly Wish[], supply: Supply): string | null {
  if (wish.wanted === null || wish.line === null || wish.rule === 'default') return null;
  const strongest = wishes.find(
    ({ file, wanted, line, rule }) =>
      line !== null && rule !== 'default' && wanted !== null && dirname(file) === dirname(wish.file),
  );
  if (!strongest || strongest.file === wish.file) return null;
  const inFile = (file: string) => wishes.filter((other) => other.file === file && other.wanted !== null);
  const stronger = inFile(strongest.file);
  const gets = stronger.map((other) => given(other, supply)).find((version) => version !== null);
  const version = gets ?? named(strongest);
  if (version === null) return null;
  const alternatives = wish.strength === 'minimum' ? [wish] : inFile(wish.file);
  return alternatives.some((other) => isMet(other, version, supply)) ? null : strongest.file;
}

/** Wishes are sorted by folder, nearest first, but a pin that decides comes before a go.mod in a folder below it. */
function strongestFirst(decision: Decision | null, wishes: readonly Wish[]): readonly Wish[] {
  if (!decision || decision.wish.strength === 'minimum' || decision.wish.rule === 'default') return wishes;
  const folder = dirname(decision.wish.file);
  const isBeside = ({ file, strength }: Wish) => strength !== 'minimum' && dirname(file) === folder;
  return [...wishes.filter(isBeside), ...wishes.filter((wish) => !isBeside(wish))];
}

function outcomeOf(wish: Wish, decision: Decision | null, supply: Supply): Candidate['outcome'] {
  if (wish.wanted === null) return 'unreadable';
  const runs = decision && ran(decision);
  const there = decision !== null && (decision.chosen !== null || decision.other !== null);
  if (decision?.wish === wish) return there ? 'decides' : 'not-installed';
  if (decision?.tooOld === wish) return 'too-old';
  // In a list of versions, those before the first that is installed.
  const pinFile = (decision?.tooOld ?? decision?.wish)?.file;
  if (pinFile === wish.file && wish.strength !== 'minimum' && !isThere(wish, supply)) {
    return 'not-installed';
  }
  return isMet(wish, runs ?? (decision && named(decision.wish)), supply) ? 'agrees' : 'overridden';
}

/** The version that runs because of the decision; null: none does, or its version is not known. */
function ran({ chosen, other }: Decision): string | null {
  return (chosen ?? other)?.version ?? null;
}

/** Whether `version` is what the wish asks for; for `latest` and `system`, what they would get. */
function isMet(wish: Wish, version: string | null, supply: Supply): boolean {
  if (version === null) return false;
  return named(wish) === null ? given(wish, supply) === version : meets(wish, version);
}

/** The version that the wish names; null for `latest`, `at-least` and `system`. */
function named({ strength, wanted }: Wish): string | null {
  return strength === 'pin' || strength === 'minimum' ? wanted : null;
}

/** Whether something that satisfies the wish is installed. */
export function isThere(wish: Wanted, { installed, others }: Supply): boolean {
  return wish.strength === 'system' ? others.length > 0 : choose(wish, installed) !== null;
}

/** The version that the wish would get; null if there is none. */
function given(wish: Wish, { installed, others }: Supply): string | null {
  return wish.strength === 'system'
    ? (others[0]?.version ?? null)
    : (choose(wish, installed)?.version ?? null);
}

function otherCandidate({ file, version }: OtherGo, decides: boolean): Candidate {
  return {
    rule: 'path',
    file,
    line: null,
    text: version ?? '',
    wanted: version,
    version,
    outcome: decides ? 'decides' : 'shadowed',
    disagreesWith: null,
  };
}
